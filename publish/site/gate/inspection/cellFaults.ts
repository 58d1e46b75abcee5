import {elements, textOf} from "./describeElement.ts";

/** Code cells that failed, or that wait for a value that never comes. */
export function cellFaults(): string[] {
  const waiting = elements("observablehq-loading").length;
  return [
    ...elements(".observablehq--error").map((cell) => `has a failed cell: ${textOf(cell).slice(0, 200)}`),
    ...(waiting > 0 ? [`has ${waiting} cell${waiting === 1 ? "" : "s"} still waiting for a value`] : [])
  ];
}
