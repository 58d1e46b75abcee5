import {readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, it} from "vitest";
import {expectGolden} from "../golden.ts";
import {build, closePools} from "./build.ts";
import {nestedStore} from "./nestedStore.ts";

closePools();

const GOLDEN = "test/baskets/golden";

/** Each folder holds a shop's CSVs beside `expected.json`: the store's content and the population flow. */
describe("the basket store of", () => {
  for (const name of readdirSync(GOLDEN).sort()) {
    it(name.replaceAll("-", " "), async () => {
      const folder = join(GOLDEN, name);
      const {words, ...counts} = await build(folder);
      const {flow, hasPrices, hasCustomers} = words;
      const {customers, orders, items, products} = counts;
      const found = {
        counts: {customers, orders, items, products, hasPrices, hasCustomers},
        flow: flow.tables.map(({table, rows_in, rows_used, set_aside}) => ({
          table,
          rows_in,
          rows_used,
          set_aside: set_aside.map(
            ({reason, rows, kind, lines}) => `${rows} ${kind}: ${reason}, lines ${lines.join(" ")}`
          )
        })),
        values: flow.values.map(({table, column, note, rows}) => `${table}.${column}: ${note} in ${rows}`),
        store: nestedStore({words, ...counts})
      };
      expectGolden(`${JSON.stringify(found, undefined, 2)}\n`, join(folder, "expected.json"));
    });
  }
});
