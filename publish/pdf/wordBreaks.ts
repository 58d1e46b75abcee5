import type {Operation} from "./contentStream.ts";
import {carry, drawingStart, fromText} from "./drawingState.ts";

/**
 * Puts a space behind the last word of every line of tagged text. Chromium drops it, since it paints nothing, but
 * ISO 32000-1 (14.8.2.5) wants every word break told: without it a reader aloud joins the last word of a line and
 * the first of the next.
 * @param spaces code of the space in each font of the page, by the font's name, as hexadecimal digits
 */
export function wordBreaks(all: readonly Operation[], spaces: ReadonlyMap<string, string>): Operation[] {
  const result: Operation[] = [];
  const breaks = lineEnds(all, spaces);
  all.forEach((operation, at) => {
    result.push(operation);
    const space = breaks.get(at);
    if (space) result.push({operands: [`<${space}>`], operator: "Tj"});
  });
  return result;
}

/** The space to add behind an operation, by the operation's index. */
function lineEnds(all: readonly Operation[], spaces: ReadonlyMap<string, string>): Map<number, string> {
  const found = new Map<number, string>();
  const state = drawingStart();
  let depth = 0;
  let last:
    | {
        readonly at: number;
        readonly height: number;
        readonly space: string | undefined;
        readonly shown: string;
      }
    | undefined;
  const end = () => {
    if (last?.space && !last.shown.endsWith(`${last.space}>`)) found.set(last.at, last.space);
  };
  all.forEach((operation, at) => {
    carry(state, operation);
    if (operation.operator === "BDC") depth++;
    else if (operation.operator === "EMC") depth--;
    else if (operation.operator === "Tj" && depth > 0) {
      const [, height] = fromText(state, 0, 0);
      const em = Math.abs(fromText(state, 0, state.size)[1] - height);
      // Raised and lowered figures stay in their line.
      if (last && Math.abs(height - last.height) > 0.7 * em) end();
      last = {at, height, space: spaces.get(state.font), shown: (operation.operands[0] ?? "").toLowerCase()};
    }
  });
  end();
  return found;
}
