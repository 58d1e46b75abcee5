import type {Operation} from "./contentStream.ts";
import {carry, drawingStart, fromText, onPage} from "./drawingState.ts";
import type {DrawingState} from "./drawingState.ts";
import {markedId} from "./pageArtifacts.ts";

/** Left, bottom, right and top in points of the page. */
export type Box = readonly [number, number, number, number];

type Point = readonly [number, number];

const paints = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);

/**
 * Where each stretch of marked content paints. A text counts from where it begins, one em high: Chromium places
 * letters one by one, so that the last letter's place is known within an em.
 */
export function markedBoxes(all: readonly Operation[]): Map<number, Box> {
  const boxes = new Map<number, Box>();
  const state = drawingStart();
  let mcid = -1;
  let path: Point[] = [];
  const grow = (points: readonly Point[]) => {
    for (const point of points) if (mcid >= 0) boxes.set(mcid, around(boxes.get(mcid), point));
  };
  for (const operation of all) {
    const {operator} = operation;
    carry(state, operation);
    path.push(...pathPoints(state, operation));
    if (operator === "BDC") mcid = markedId(operation);
    else if (operator === "EMC") mcid = -1;
    else if (operator === "Tj" || operator === "TJ")
      grow([fromText(state, 0, -0.25 * state.size), fromText(state, 0.6 * state.size, 0.75 * state.size)]);
    else if (paints.has(operator)) grow(path);
    // A path that ends in `n` only clips.
    if (operator === "n" || paints.has(operator)) path = [];
  }
  return boxes;
}

/** The smallest box around two. */
export function joinedBox(one: Box | undefined, [left, bottom, right, top]: Box): Box {
  return around(around(one, [left, bottom]), [right, top]);
}

function around(box: Box | undefined, [x, y]: Point): Box {
  if (!box) return [x, y, x, y];
  return [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
}

function pathPoints(state: DrawingState, {operator, operands}: Operation): Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number);
  if (operator === "re") return [onPage(state, x, y), onPage(state, x + width, y + height)];
  if (!["m", "l", "c", "v", "y"].includes(operator)) return [];
  return Array.from({length: operands.length / 2}, (_, at) =>
    onPage(state, Number(operands[2 * at]), Number(operands[2 * at + 1]))
  );
}
