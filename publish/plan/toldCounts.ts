import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {rowCounts} from "../manifest/rowCounts.ts";
import type {RowCounts} from "../manifest/rowCounts.ts";
import {isFew, isHidden} from "../manifest/size.ts";
import type {Size} from "../manifest/size.ts";
import type {Cell} from "./coveredCells.ts";
import {coveredCells} from "./coveredCells.ts";

/** One segmentation, by the definition of now and, where it can be carried out, of before, on the same baskets. */
export interface Counting {
  readonly now: Assigned;
  readonly before?: Assigned;
  /** The code now of each code before that goes on; undefined of a removed segment. */
  readonly partner: readonly (number | undefined)[];
  /** Published sizes by code before. */
  readonly published: readonly (Size | undefined)[];
  /** Whether the published sizes are those of the old definition on this very data. */
  readonly isSameData: boolean;
  readonly baskets: Baskets;
  readonly atLeast: number;
  /** Sizes by code now as the gate tells them, where the report was counted. */
  readonly gated?: readonly Size[] | undefined;
  /** A cross: what changes in it adds up to what changes in those it is made of, which are told beside it. */
  readonly isCross: boolean;
}

/** Counts as far as they may be told, together: no hidden one follows from the others and from what is published. */
export interface ToldCounts {
  /** By code now. */
  readonly now: readonly Size[];
  /** By code now: whether it is hidden because it is so near to what is published. */
  readonly near: readonly boolean[];
  /** By code before; empty where the old definition can't be carried out. */
  readonly before: readonly Size[];
  /** Before × now, row-major; empty likewise. */
  readonly flow: readonly Size[];
}

/** What is lost by hiding a count: those who stay are shown nowhere, sizes now are what the reader comes for. */
const WORTH = {stay: 1, before: 10, move: 100, now: 1000};

export function toldCounts(counting: Counting): ToldCounts {
  const {before, now, baskets} = counting;
  const sizes = rowCounts(now.grain, (row) => now.codes[row]!, now.labels.length, baskets);
  const cells = [...nowCells(counting, sizes), ...(before ? flowCells(counting, before) : [])];
  const there = withCross(
    counting,
    cells.filter(({rows}) => rows > 0)
  );
  const hidden = coveredCells(there);
  const told = new Map<string, Size>(
    there.map((cell, at) => [cell.name, hidden[at] ? (cell.few ? "few" : "covered") : cell.rows])
  );
  const sizeOf = (name: string): Size => told.get(name) ?? 0;
  const [width, height] = [now.labels.length, before?.labels.length ?? 0];
  return {
    now: now.labels.map((_, code) => sizeOf(`now ${code}`)),
    near: now.labels.map((_, code) =>
      there.some(({name, secret, few}) => name === `now ${code}` && secret && !few)
    ),
    before: Array.from({length: height}, (_, code) => sizeOf(`before ${code}`)),
    flow: Array.from({length: height * width}, (_, cell) => sizeOf(`flow ${cell}`))
  };
}

interface CountedCell extends Cell {
  readonly name: string;
  readonly rows: number;
  /** Fewer customers than the threshold. */
  readonly few: boolean;
  /** A move, or a size that is not the published one. */
  readonly changes: boolean;
}

/** Of a cross that hides any change, every change is hidden: one alone would follow from the sums. */
function withCross({isCross, isSameData}: Counting, cells: readonly CountedCell[]): readonly CountedCell[] {
  if (!isCross || !isSameData || !cells.some(({secret, changes}) => secret && changes)) return cells;
  return cells.map((cell) => (cell.changes ? {...cell, hidden: true} : cell));
}

/** Row and column of the margins. */
const TOTAL = -1;

function nowCells(
  {before, partner, published, atLeast, now, gated}: Counting,
  {rows, customers}: RowCounts
): CountedCell[] {
  return now.labels.map((_, code) => {
    const few = isFew(customers[code]!, atLeast);
    const was = published[partner.indexOf(code)];
    const secret = few || isHidden(gated?.[code]) || isNear(rows[code]!, was, now, atLeast);
    const changes = typeof was === "number" ? rows[code] !== was : !few;
    // Without a flow the sizes have one equation only: they add up to the total.
    const column = before ? code : 0;
    return {
      name: `now ${code}`,
      rows: rows[code]!,
      few,
      changes,
      secret,
      hidden: secret,
      worth: WORTH.now,
      row: TOTAL,
      column
    };
  });
}

function flowCells(
  {now, partner, published, isSameData, baskets, atLeast}: Counting,
  before: Assigned
): CountedCell[] {
  const width = now.labels.length;
  const {grain} = before;
  const sizes = rowCounts(grain, (row) => before.codes[row]!, before.labels.length, baskets);
  const flow = rowCounts(
    grain,
    (row) => before.codes[row]! * width + now.codes[row]!,
    before.labels.length * width,
    baskets
  );
  const margins = before.labels.map((_, code): CountedCell => {
    const few = isFew(sizes.customers[code]!, atLeast);
    const known = isSameData && !isHidden(published[code]) && published[code] !== undefined;
    const secret = few || (!isSameData && isNear(sizes.rows[code]!, published[code], before, atLeast));
    const hidden = !known && (secret || (isSameData && isHidden(published[code])));
    const worth = known ? Number.POSITIVE_INFINITY : WORTH.before;
    return {
      name: `before ${code}`,
      rows: sizes.rows[code]!,
      few,
      changes: false,
      secret,
      hidden,
      worth,
      row: code,
      column: TOTAL
    };
  });
  const inner = Array.from(flow.rows, (rows, cell): CountedCell => {
    const [row, column] = [Math.floor(cell / width), cell % width];
    const few = isFew(flow.customers[cell]!, atLeast);
    const changes = partner[row] !== column;
    const worth = changes ? WORTH.move : WORTH.stay;
    return {name: `flow ${cell}`, rows, few, changes, secret: few, hidden: few, worth, row, column};
  });
  return [...margins, ...inner];
}

/** Whether the difference to what is published would tell of fewer rows than the threshold. */
function isNear(rows: number, published: Size | undefined, {grain}: Assigned, atLeast: number): boolean {
  if (typeof published !== "number" || grain === "item") return false;
  return isFew(Math.abs(rows - published), atLeast);
}
