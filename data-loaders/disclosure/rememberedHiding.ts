import {createHash} from "node:crypto";
import type {Memo} from "../baskets/memo.ts";
import type {DisclosureRules} from "./disclosureRules.ts";
import {hideOnce} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {MANY_CELLS} from "./protectLines.ts";

const CELLS = "hidden cells";

/**
 * Hides in a large table what was hidden when all that its hiding follows from was the same; otherwise `run` hides, and
 * says whether that is all there is to it. Smaller tables are settled sooner than looked up, and ask the baskets, too.
 */
export function rememberedHiding(
  group: readonly GatedTable[],
  rules: DisclosureRules,
  memo: Memo,
  run: () => boolean
): void {
  const [table] = group;
  if (!table || group.length > 1 || table.customers.length <= MANY_CELLS) {
    run();
    return;
  }
  const description = {hiding: hidingDigest(table, rules)};
  const kept = memo.get(description)?.arrays.get(CELLS);
  if (kept) {
    for (const cell of new Uint32Array(kept)) hideOnce(table, cell);
    return;
  }
  const before = table.hiddenCount;
  if (run())
    memo.put(description, {}, [{name: CELLS, array: table.hiddenCells.slice(before, table.hiddenCount)}]);
}

/**
 * Identity of all that the hiding of a table of many cells follows from, coarser tables and what they hide included; the
 * same table twice is no more than once.
 */
function hidingDigest(table: GatedTable, {customersAtLeast, largestCustomerAtMost}: DisclosureRules): string {
  const {dimensions, customers, spend, largestSpend, secret, hidden, lines, sums} = table;
  const coarser = new Set(
    sums.map(({table: coarse}) =>
      digestOf(
        coarse.dimensions.map(({name, labels}) => [name, labels.length]),
        [coarse.customers, coarse.hidden]
      )
    )
  );
  return digestOf(
    [
      {customersAtLeast, largestCustomerAtMost},
      dimensions.map(({name, grain, labels}) => [name, grain, labels.length]),
      lines.map(({by, sums: names}) => [by.name, by.size, names]),
      [...coarser]
    ],
    [customers, spend, largestSpend, secret, hidden, ...lines.map(({by}) => by.codes)]
  );
}

function digestOf(about: unknown, arrays: readonly (ArrayBufferView | undefined)[]): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([about, arrays.map((array) => array?.byteLength)]));
  for (const array of arrays)
    if (array) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest("hex");
}
