import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import {contrast, GROUNDS} from "./contrast.ts";

/** A segment with its colour and place, and where it stands. */
export interface PlacedDress {
  readonly dress:
    | {readonly colour?: string | number | undefined; readonly order?: number | undefined}
    | undefined;
  readonly at: Path;
}

const LEAST = 3;

/** Colours that can be seen on both grounds and told apart, and places that are taken once. */
export function checkDress(segments: readonly PlacedDress[], problems: ProblemList): void {
  const colours = new Set<string | number>();
  const places = new Set<number>();
  for (const {dress, at} of segments) {
    const {colour, order} = dress ?? {};
    if (colour !== undefined) {
      const message = colours.has(plain(colour)) ? "a second segment has this colour" : colourMessage(colour);
      if (message !== undefined) problems.add([...at, "colour"], message);
      colours.add(plain(colour));
    }
    if (order !== undefined) {
      if (places.has(order)) problems.add([...at, "order"], `a second segment has the order ${order}`);
      places.add(order);
    }
  }
}

const plain = (colour: string | number): string | number =>
  typeof colour === "string" ? colour.toLowerCase() : colour;

function colourMessage(colour: string | number): string | undefined {
  if (typeof colour === "number") return undefined;
  const low = Object.entries(GROUNDS).filter(([, ground]) => contrast(colour, ground) < LEAST);
  if (low.length === 0) return undefined;
  const told = low.map(([name, ground]) => `${contrast(colour, ground).toFixed(1)}:1 on the ${name} ground`);
  return `is too ${low[0]![0] === "light" ? "pale" : "dark"} to be seen: ${told.join(" and ")}, and ${LEAST}:1 is needed on both`;
}
