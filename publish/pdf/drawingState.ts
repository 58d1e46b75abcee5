import type {Operation} from "./contentStream.ts";

/** A transformation as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What a content stream has set when an operation comes, as far as places are concerned. */
export interface DrawingState {
  matrix: Matrix;
  readonly stack: Matrix[];
  /** Where the next text stands, its font's name in the page and its size. */
  text: Matrix;
  font: string;
  size: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function drawingStart(): DrawingState {
  return {matrix: identity, stack: [], text: identity, font: "", size: 0};
}

/** Carries an operation into the state (ISO 32000-1, 8.4 and 9.4). */
export function carry(state: DrawingState, {operator, operands}: Operation): void {
  if (operator === "q") state.stack.push(state.matrix);
  else if (operator === "Q") state.matrix = state.stack.pop() ?? identity;
  else if (operator === "cm") state.matrix = times(asMatrix(operands), state.matrix);
  else if (operator === "Tm") state.text = asMatrix(operands);
  else if (operator === "Td")
    state.text = times([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], state.text);
  else if (operator === "Tf") {
    state.font = (operands[0] ?? "").slice(1);
    state.size = Number(operands[1]);
  }
}

/** Where a point of the drawing stands on the page, in points from its lower left. */
export function onPage(
  {matrix}: Pick<DrawingState, "matrix">,
  x: number,
  y: number
): readonly [number, number] {
  const [a, b, c, d, e, f] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Where a point stands on the page that is given from the beginning of the next text. */
export function fromText({matrix, text}: DrawingState, x: number, y: number): readonly [number, number] {
  return onPage({matrix: times(text, matrix)}, x, y);
}

function asMatrix(operands: readonly string[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number);
  return [a, b, c, d, e, f];
}

/** First `one`, then `two`. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
