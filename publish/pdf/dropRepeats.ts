import type {Operation} from "./contentStream.ts";

/** Operators that set one thing of the graphics state, which `q` keeps and `Q` brings back. */
const setters = new Set(["rg", "RG", "gs", "Tf", "w", "J", "j", "M"]);
/** What a `gs` may set as well. */
const alsoSet = ["w", "J", "j", "M"];

/** Leaves out operations that set what is set already: Chromium names colour and font before every text. */
export function dropRepeats(all: readonly Operation[]): Operation[] {
  let state = new Map<string, string>();
  const stack: Map<string, string>[] = [];
  return all.filter(({operator, operands}) => {
    if (operator === "q") stack.push(new Map(state));
    else if (operator === "Q") state = stack.pop() ?? new Map();
    if (!setters.has(operator)) return true;
    const value = operands.join(" ");
    if (state.get(operator) === value) return false;
    state.set(operator, value);
    if (operator === "gs") for (const other of alsoSet) state.delete(other);
    else if (alsoSet.includes(operator)) state.delete("gs");
    return true;
  });
}
