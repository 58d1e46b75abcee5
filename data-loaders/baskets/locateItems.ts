import {Rejects} from "../tables/rejects.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {SET_ASIDE} from "./placeOrders.ts";
import {columnPlaces, scanChunk} from "./scanChunk.ts";
import type {ItemTask} from "./scanItems.ts";

/** Items found unfit only after all orders were known; their lines are looked up in the file again. */
export interface LocateTask {
  readonly tasks: readonly ItemTask[];
  readonly places: IdIndex;
  /** `order place × products + product` of the pairs that stand more than once. */
  readonly repeated: readonly number[];
  readonly productCount: number;
  readonly expected: {readonly noOrder: number; readonly orderSetAside: number; readonly repeats: number};
}

export const LATE_REASONS = {
  noOrder: "names no order",
  orderSetAside: "its order was set aside",
  repeats: "repeats an earlier product of its order"
} as const;

/** Reads the item file once more to tell the lines of late rejects. Only called when there are any. */
export function locateItems({tasks, places, repeated, productCount, expected}: LocateTask): SetAside[] {
  const rejects = new Rejects();
  const pairs = new Set(repeated);
  const seen = new Set<number>();
  let linesBefore = 2;
  for (const task of tasks) {
    const [orderAt, productAt] = columnPlaces(task.contract, ["order_id", "product_id"]) as [number, number];
    const {lines} = scanChunk(task, (values, base, at, line) => {
      const product = placeOf(task.products, values[base + at[productAt]!]!);
      if (product < 0) return;
      const order = placeOf(places, values[base + at[orderAt]!]!);
      if (order === SET_ASIDE) rejects.add(LATE_REASONS.orderSetAside, linesBefore + line);
      else if (order < 0) rejects.add(LATE_REASONS.noOrder, linesBefore + line);
      else if (pairs.has(order * productCount + product)) {
        if (seen.has(order * productCount + product)) rejects.add(LATE_REASONS.repeats, linesBefore + line);
        else seen.add(order * productCount + product);
      }
    });
    linesBefore += lines;
  }
  const found = rejects.list();
  const sum = found.reduce((rows, entry) => rows + entry.rows, 0);
  if (sum !== expected.noOrder + expected.orderSetAside + expected.repeats)
    throw new Error(`located ${sum} late rejects of ${JSON.stringify(expected)}`);
  return found;
}
