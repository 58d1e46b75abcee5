import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {medianOfHistogram} from "../../data-loaders/measures/medianOfHistogram.ts";
import {partsOf} from "./counts.ts";
import type {Answer} from "./database.ts";
import type {Tally} from "./tally.ts";

/** Holds every part of every cell against the answer; cells that SQL does not name must be empty. */
export function compareAggregate(
  found: RawAggregate,
  by: readonly string[],
  answer: Answer,
  tally: Tally
): void {
  const name = `by ${by.join(" × ") || "nothing"}`;
  const ours: Readonly<Record<string, Float64Array>> = {...found.parts, ...medians(found)};
  const parts = partsOf(by);
  tally.equal(Object.keys(ours).sort().join(), [...parts].sort().join(), () => `parts ${name}`);
  tally.cells += found.cells;
  const cells = cellsOf(found, answer, tally, name);
  for (const part of parts) {
    const theirs = new Float64Array(found.cells).fill(part === "median_gap" ? Number.NaN : 0);
    cells.forEach((cell, row) => {
      const value = answer[part]![row];
      theirs[cell] = typeof value === "number" ? value : Number.NaN;
    });
    for (let cell = 0; cell < found.cells; cell++)
      tally.equal(
        ours[part]?.[cell],
        theirs[cell],
        () => `${part} ${name}, cell ${cell} (${labelsAt(found, cell)})`
      );
  }
}

function medians({cells, gap_histogram}: RawAggregate): {median_gap?: Float64Array} {
  if (!gap_histogram) return {};
  const {width, counts} = gap_histogram;
  const of = (cell: number) => medianOfHistogram(counts.subarray(cell * width, (cell + 1) * width));
  return {median_gap: Float64Array.from({length: cells}, (_, cell) => of(cell))};
}

/** The cell of each of the answer's rows. */
export function cellsOf(
  found: Pick<RawAggregate, "dimensions">,
  answer: Answer,
  tally: Tally,
  name: string
): readonly number[] {
  const rows = answer.customers!.length;
  const cells = new Array<number>(rows).fill(0);
  for (const {name: dimension, labels} of found.dimensions) {
    const codes = new Map(labels.map((label, code) => [label, code]));
    if (dimension !== "product" && codes.size < labels.length) tally.fault(`${dimension} has a label twice`);
    for (let row = 0; row < rows; row++) {
      const value = answer[dimension]![row]!;
      const code = typeof value === "number" ? value : codes.get(value);
      if (code === undefined) tally.fault(`${name}: SQL has ${dimension} "${value}", the engine has not`);
      cells[row] = cells[row]! * labels.length + (code ?? 0);
    }
  }
  if (new Set(cells).size < rows) tally.fault(`${name}: SQL has a cell twice`);
  return cells;
}

function labelsAt({dimensions}: RawAggregate, cell: number): string {
  const labels: string[] = [];
  let rest = cell;
  for (const dimension of [...dimensions].reverse()) {
    labels.unshift(dimension.labels[rest % dimension.labels.length]!);
    rest = Math.floor(rest / dimension.labels.length);
  }
  return labels.join(", ");
}
