import type {SetAside} from "../tables/populationFlow.ts";
import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {columnPlaces, scanChunk} from "./scanChunk.ts";
import type {ChunkTask} from "./scanChunk.ts";

/** Items found unfit only after all orders were known; their lines are looked up in the file again. */
export interface LocateTask {
  readonly tasks: readonly ChunkTask[];
  readonly products: IdIndex;
  /** Order id to row of the arena of orders. */
  readonly orders: IdIndex;
  /** By that row 1 + the order's place, or 0 where it was set aside. */
  readonly placeOfRow: Uint32Array<SharedArrayBuffer>;
  /** `order place × products + product` of pairs that stand more than once. */
  readonly repeated: readonly number[];
  readonly productCount: number;
  /** How many rows were found unfit. */
  readonly expected: LateRows;
  /** The declared reason for leaving out repeats. */
  readonly repeatRule?: string | undefined;
}

type LateRows = Readonly<Record<keyof typeof LATE_REASONS, number>>;

const LATE_REASONS = {
  noOrder: "names no order",
  orderSetAside: "its order was set aside",
  repeats: "repeats an earlier product of its order"
} as const;

type Late = keyof typeof LATE_REASONS;

const LINES_KEPT = 5;

/** Reads the item file once more, as far as needed, to tell the first lines of late rejects. */
export function locateItems(task: LocateTask): SetAside[] {
  const lines: Record<Late, number[]> = {noOrder: [], orderSetAside: [], repeats: []};
  const wanted = (Object.keys(LATE_REASONS) as Late[]).filter((late) => task.expected[late] > 0);
  const isFound = (late: Late): boolean => lines[late].length >= Math.min(LINES_KEPT, task.expected[late]);
  const lateAt = lateFinder(task);
  let linesBefore = 2;
  for (const part of task.tasks) {
    if (wanted.every(isFound)) break;
    const [order, product] = columnPlaces(part.contract, ["order_id", "product_id"]) as [number, number];
    const scanned = scanChunk(part, (batch, from, to) => {
      for (let row = from; row < to; row++) {
        const [orderId, productId] = [order, product].map(
          (column) => batch.values[batch.at[column]! + row]!
        ) as [number, number];
        const late = lateAt(orderId, productId);
        if (late !== undefined && lines[late].length < LINES_KEPT)
          lines[late].push(linesBefore + batch.lines[row]!);
      }
    });
    linesBefore += scanned.lines;
  }
  if (!wanted.every(isFound))
    throw new Error(`late rejects ${JSON.stringify(task.expected)} found on ${JSON.stringify(lines)}`);
  return wanted.map((late) => ({
    reason: LATE_REASONS[late],
    rows: task.expected[late],
    kind: late === "repeats" && task.repeatRule !== undefined ? "rule" : "defect",
    lines: lines[late],
    ...(late === "repeats" && task.repeatRule !== undefined && {because: task.repeatRule})
  }));
}

/** Says of each row in file order whether, and why, it was left out after all orders were known. */
function lateFinder({products, orders, placeOfRow, repeated, productCount}: LocateTask) {
  const pairs = new Set(repeated);
  const seen = new Set<number>();
  return (orderId: number, productId: number): Late | undefined => {
    const product = placeOf(products, productId);
    if (product < 0) return undefined;
    const row = placeOf(orders, orderId);
    if (row < 0) return "noOrder";
    const order = placeOfRow[row]! - 1;
    if (order < 0) return "orderSetAside";
    const pair = order * productCount + product;
    if (!pairs.has(pair)) return undefined;
    if (seen.has(pair)) return "repeats";
    seen.add(pair);
    return undefined;
  };
}
