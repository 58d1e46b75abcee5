import {beforeAll, describe, expect, test} from "vitest";
import {writeSample} from "../../sample/writeSample.ts";
import {temporaryFolder} from "./fixtures.ts";
import {readCells, readCustomerLines, readItemLines, readProductLines, readText} from "./sampleFiles.ts";
import type {ItemLines, ProductLine} from "./sampleFiles.ts";

const folder = temporaryFolder();
let products: ProductLine[] = [];
let rows: string[] = [];
let items: ItemLines;

beforeAll(async () => {
  await writeSample({customers: 2000, seed: 3, out: folder});
  products = readProductLines(folder);
  rows = readText(folder, "products.csv").split("\r\n").slice(1, -1);
  items = readItemLines(folder);
});

const linesNaming = (ids: readonly number[]) => items.product.filter((id) => ids.includes(id)).length;
const named = (pattern: RegExp) => products.filter(({name}) => pattern.test(name)).length;

describe("products", () => {
  test("are 2,500 rows, by id, in 21 departments and 134 aisles", () => {
    expect(rows.length).toBe(2500);
    expect(products.every(({id}, row) => row === 0 || id >= products[row - 1]!.id)).toBe(true);
    expect(new Set(products.map(({department}) => department)).size).toBe(21);
    expect(new Set(products.map(({aisle}) => aisle)).size).toBe(134);
    expect(readCells(folder, "aisles.csv").length - 1).toBe(134);
    expect(readCells(folder, "departments.csv")).toHaveLength(2);
    const departmentsOfAisle = new Set(products.map(({aisle, department}) => `${aisle} ${department}`));
    expect(departmentsOfAisle.size).toBe(134);
  });

  test("stand twice word for word five times", () => {
    expect(rows.filter((row, i) => row === rows[i - 1])).toHaveLength(5);
  });

  test("share an id with another product twice, where the id before is missing but bought", () => {
    const conflicting = products.filter(({id}, i) => id === products[i - 1]?.id && rows[i] !== rows[i - 1]);
    expect(conflicting).toHaveLength(2);
    const ids = new Set(products.map(({id}) => id));
    const missing = conflicting.map(({id}) => id - 1);
    expect(missing.filter((id) => ids.has(id))).toEqual([]);
    expect([...new Set(items.product)].filter((id) => !ids.has(id)).sort((a, b) => a - b)).toEqual(missing);
    expect(linesNaming(missing) / items.count).toBeGreaterThan(0.0004);
    expect(linesNaming(missing) / items.count).toBeLessThan(0.002);
  });

  test("are sixteen times without a name and once #NAME?", () => {
    expect(named(/^$/)).toBe(16);
    expect(named(/^#NAME\?$/)).toBe(1);
  });

  test("have two absurd prices, both paid", () => {
    const absurd = products.filter(({price}) => price > 100);
    expect(absurd.map(({price}) => price).sort((a, b) => a - b)).toEqual([14900, 99999]);
    for (const {id} of absurd) expect(linesNaming([id])).toBeGreaterThan(5);
  });

  test("cost from 1 to 15, meat and fish up to 25", () => {
    const usual = products.filter(({price}) => price <= 100);
    expect(Math.min(...usual.map(({price}) => price))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...usual.map(({price}) => price))).toBeLessThanOrEqual(25);
    expect(usual.filter(({price}) => price > 15).every(({department}) => department === 12)).toBe(true);
  });

  test("have names with all that makes names hard, none twice", () => {
    for (const pattern of [/,/, /\\"/, /'/, /’/, /&/, /®/, /™/, /[éèûäñç]/i, / {2}/])
      expect(named(pattern), `${pattern}`).toBeGreaterThan(0);
    const names = new Map(products.map(({id, aisle, name}) => [`${id} ${aisle}`, name]));
    const nonEmpty = [...names.values()].filter((name) => name !== "");
    expect(new Set(nonEmpty).size).toBe(nonEmpty.length);
  });
});

describe("customers", () => {
  test("stand in the order of joining, ids in no order, each once", () => {
    const customers = readCustomerLines(folder);
    const joined = customers.map((customer) => Date.parse(`${customer.joined} UTC`));
    expect(joined.every((day, i) => i === 0 || day >= joined[i - 1]!)).toBe(true);
    expect(new Set(customers.map(({id}) => id)).size).toBe(2000);
    expect(Math.max(...customers.map(({id}) => id))).toBe(2000);
  });

  test("lack a first name in about one case of twenty", () => {
    const share = readCustomerLines(folder).filter(({firstName}) => firstName === "").length / 2000;
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.075);
  });

  test("come from 51 states in equal numbers, District of Columbia among them", () => {
    const counts = new Map<string, number>();
    for (const {state} of readCustomerLines(folder)) counts.set(state, (counts.get(state) ?? 0) + 1);
    expect(counts.size).toBe(51);
    expect(counts.has("District of Columbia")).toBe(true);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
  });

  test("have a family status that follows from age and dependants", () => {
    for (const {age, dependants, familyStatus} of readCustomerLines(folder)) {
      const alone = age < 60 ? "single" : "divorced/widowed";
      const together = age < 22 ? "living with parents and siblings" : "married";
      expect(familyStatus).toBe(dependants === 0 ? alone : together);
    }
  });
});
