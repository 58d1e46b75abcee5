import type {Operation} from "./contentStream.ts";
import {markedId} from "./pageArtifacts.ts";

/** Left, bottom, right and top in points of the page. */
export type Box = readonly [number, number, number, number];

type Matrix = readonly [number, number, number, number, number, number];

/** What a content stream has set when an operation comes. */
interface State {
  matrix: Matrix;
  stack: Matrix[];
  /** Where the next text stands, and its size. */
  text: Matrix;
  size: number;
  /** The marked content being painted; -1 for none. */
  mcid: number;
  /** Points of the path that is not painted yet, and may only clip. */
  path: (readonly [number, number])[];
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

const changes: Readonly<Record<string, (state: State, numbers: readonly number[]) => void>> = {
  q: (state) => state.stack.push(state.matrix),
  Q: (state) => {
    state.matrix = state.stack.pop() ?? identity;
  },
  cm: (state, numbers) => {
    state.matrix = times(asMatrix(numbers), state.matrix);
  },
  Tf: (state, [, size = 0]) => {
    state.size = size;
  },
  Tm: (state, numbers) => {
    state.text = asMatrix(numbers);
  },
  Td: (state, [x = 0, y = 0]) => {
    state.text = times([1, 0, 0, 1, x, y], state.text);
  },
  m: addPoints,
  l: addPoints,
  c: addPoints,
  v: addPoints,
  y: addPoints,
  re: (state, [x = 0, y = 0, width = 0, height = 0]) => addPoints(state, [x, y, x + width, y + height]),
  n: (state) => {
    state.path = [];
  },
  EMC: (state) => {
    state.mcid = -1;
  }
};

const paints = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);

/**
 * Where each stretch of marked content paints. A text counts from where it begins, one em high: Chromium places
 * letters one by one, so that the last letter's place is known within an em.
 */
export function markedBoxes(all: readonly Operation[]): Map<number, Box> {
  const boxes = new Map<number, Box>();
  const state: State = {matrix: identity, stack: [], text: identity, size: 0, mcid: -1, path: []};
  const grow = (points: readonly (readonly [number, number])[]) => {
    for (const point of points)
      if (state.mcid >= 0) boxes.set(state.mcid, around(boxes.get(state.mcid), point));
  };
  for (const operation of all) {
    changes[operation.operator]?.(state, operation.operands.map(Number));
    if (operation.operator === "BDC") state.mcid = markedId(operation);
    if (operation.operator === "Tj") {
      const letter = times(state.text, state.matrix);
      grow([onPage(letter, 0, -0.25 * state.size), onPage(letter, 0.6 * state.size, 0.75 * state.size)]);
    }
    if (paints.has(operation.operator)) {
      grow(state.path);
      state.path = [];
    }
  }
  return boxes;
}

/** The smallest box around two. */
export function joinedBox(one: Box | undefined, [left, bottom, right, top]: Box): Box {
  return around(around(one, [left, bottom]), [right, top]);
}

function around(box: Box | undefined, [x, y]: readonly [number, number]): Box {
  if (!box) return [x, y, x, y];
  return [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
}

function addPoints(state: State, numbers: readonly number[]): void {
  for (let at = 0; at + 1 < numbers.length; at += 2)
    state.path.push(onPage(state.matrix, numbers[at] ?? 0, numbers[at + 1] ?? 0));
}

function onPage([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function asMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** First `one`, then `two`. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
