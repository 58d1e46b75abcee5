import {copyFileSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";
import {AT_BOUNDS} from "./atBounds.ts";

/** On both sides of every bound, and none. */
const PRICES = ["100", "100.01", "5", "5.01", "15", ""];

/** Some incomes at the ends of the bins. */
const withIncome = (row: string, at: number): string =>
  row.replace(/\d+$/, (income) => (at % 90 === 4 ? "60000" : at % 90 === 5 ? "120000" : income));

type Damage = (rows: readonly string[]) => readonly string[];

/**
 * The bundled sample with faults that its files do not have, each in fewer rows than the contracts allow: customers
 * without orders, orders that stand twice or name no customer, items that stand twice or name no order, quoted lines,
 * whole files out of order, prices and incomes at the bounds or missing, customers whose shares and means stand at a bound.
 */
export async function damagedSample(): Promise<string> {
  const from = await ensureBundledSample(".cache");
  const to = tempFolder();
  const random = seeded(97);
  const damages: Readonly<Record<string, Damage>> = {
    "customers.csv": (rows) => [
      ...random.shuffled(rows.filter((_, at) => at % 400 !== 7)).map(withIncome),
      ...AT_BOUNDS.customers,
      ...[900001, 900002, 900003].map((id) => `${id},Ada,Stone,Female,Ohio,44,1/1/2017,0,single,50000`)
    ],
    "orders.csv": (rows) => [
      ...random.shuffled(rows),
      ...AT_BOUNDS.orders,
      ...rows.filter((_, at) => at % 1000 === 3).map((row) => row.replace(/^(\d+),\d+/, "$1,1"))
    ],
    "order_products__prior.csv": (rows) =>
      [
        ...random.shuffled(rows),
        ...AT_BOUNDS.items,
        ...rows.filter((_, at) => at % 1500 === 11).map((row) => row.replace(/\d+,[01]$/, "99,1")),
        ...rows.filter((_, at) => at % 3000 === 17).map((row) => `99${row}`)
      ].map((row, at) => (at % 5000 === 0 ? `"${row.split(",").join('","')}"` : row)),
    "products.csv": (rows) => [
      ...rows.map((row, at) => (at % 50 === 1 ? row.replace(/[\d.]+$/, PRICES[(at >> 1) % 6]!) : row)),
      ...AT_BOUNDS.products
    ]
  };
  for (const file of readdirSync(from)) {
    const damage = damages[file];
    if (damage) writeFileSync(join(to, file), damaged(readFileSync(join(from, file), "utf8"), damage));
    else copyFileSync(join(from, file), join(to, file));
  }
  return to;
}

function damaged(text: string, damage: Damage): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const [header, ...rows] = text.trimEnd().split(end);
  return [header, ...damage(rows), ""].join(end);
}
