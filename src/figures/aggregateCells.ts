import type {Aggregate, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {Part} from "../../data-loaders/config/measures.ts";

/**
 * The cells of one label of the aggregate's first dimension, without that dimension. Nothing is copied.
 * @throws Error when the code is none of the dimension's
 */
export function sliceFirst(aggregate: Aggregate, code: number): Aggregate {
  const [first, ...dimensions] = aggregate.dimensions;
  if (!first || !(code < first.labels.length)) throw new Error(`no label ${code} to slice by`);
  const cells = aggregate.cells / first.labels.length;
  const [from, to] = [code * cells, (code + 1) * cells];
  const parts = Object.entries(aggregate.parts).map(([part, values]) => [part, values.subarray(from, to)]);
  const histogram = aggregate.gap_histogram;
  return {
    dimensions,
    cells,
    parts: Object.fromEntries(parts) as Record<Part, Float64Array>,
    ...(histogram && {
      gap_histogram: {
        width: histogram.width,
        counts: histogram.counts.subarray(from * histogram.width, to * histogram.width)
      }
    }),
    hidden: aggregate.hidden.subarray(from, to)
  };
}

/** For each cell, the cell of a coarser grouping it belongs to. Dimensions are matched by name. */
export function cellsOnto(cells: Aggregate, coarser: Aggregate): Uint32Array {
  const onto = new Uint32Array(cells.cells);
  for (const {name, labels} of coarser.dimensions) {
    const stride = strideOf(cells.dimensions, name);
    for (let cell = 0; cell < cells.cells; cell++) {
      onto[cell] = onto[cell]! * labels.length + (Math.floor(cell / stride) % labels.length);
    }
  }
  return onto;
}

/** The code of the named dimension in a cell. */
export function codeAt({dimensions}: Aggregate, cell: number, name: string): number {
  const dimension = dimensions.find((one) => one.name === name);
  if (!dimension) throw new Error(`the aggregate is not grouped by ${name}`);
  return Math.floor(cell / strideOf(dimensions, name)) % dimension.labels.length;
}

/** How many cells lie between two neighbours along a dimension: row-major, the last varies fastest. */
function strideOf(dimensions: readonly Dimension[], name: string): number {
  const at = dimensions.findIndex((dimension) => dimension.name === name);
  if (at < 0) throw new Error(`the aggregate is not grouped by ${name}`);
  return dimensions.slice(at + 1).reduce((product, {labels}) => product * labels.length, 1);
}

/** The place of a segment in the first dimension. @throws Error for a label that it has not */
export function segmentCode({dimensions}: Aggregate, label: string): number {
  const code = dimensions[0]?.labels.indexOf(label) ?? -1;
  if (code < 0) throw new Error(`${dimensions[0]?.name} has no segment ${label}`);
  return code;
}
