import {createHash} from "node:crypto";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {GENERATOR_VERSION} from "../../sample/bundledSample.ts";
import {writeSample} from "../../sample/writeSample.ts";
import {fingerprints, temporaryFolder} from "./fixtures.ts";

const folder = temporaryFolder();
const write = async (name: string, seed: number, plants = {}) => {
  await writeSample({customers: 300, seed, out: join(folder, name), plants});
  return fingerprints(join(folder, name));
};

describe("the generator", () => {
  test("writes the same bytes for the same customers and seed", async () => {
    expect(await write("again", 5)).toEqual(await write("once", 5));
  });

  test("writes other orders, items, products and customers for another seed", async () => {
    const [one, other] = [await write("five", 5), await write("six", 6)];
    for (const name of ["orders.csv", "order_products__prior.csv", "products.csv", "customers.csv"]) {
      expect(other[name], name).not.toBe(one[name]);
    }
    expect(other["aisles.csv"]).toBe(one["aisles.csv"]);
  });

  test("leaves what a plant does not touch as it was", async () => {
    const [planted, plain] = [await write("planted", 5), await write("plain", 5, {senior_early_share: 0})];
    expect(plain["orders.csv"]).not.toBe(planted["orders.csv"]);
    expect({...plain, "orders.csv": ""}).toEqual({...planted, "orders.csv": ""});
  });

  test("has a version that is raised when its bytes change", async () => {
    const all = JSON.stringify(await write("pinned", 20170101));
    const digest = createHash("sha256").update(all).digest("hex").slice(0, 16);
    // When this fails on purpose: raise GENERATOR_VERSION and write the new pair here.
    expect([GENERATOR_VERSION, digest]).toEqual([3, "86a5861da00e5d2f"]);
  });

  test.each([
    {customers: 0, seed: 1, wrong: "--customers: 0 is not a whole number from 1 to 2000000"},
    {customers: 1.5, seed: 1, wrong: "--customers: 1.5 is not"},
    {customers: 10, seed: -1, wrong: "--seed: -1 is not a whole number from 0 to 4294967295"},
    {customers: Number.NaN, seed: 2 ** 32, wrong: "--seed: 4294967296 is not"}
  ])("refuses $customers customers with seed $seed", async ({wrong, ...options}) => {
    await expect(writeSample({...options, out: join(folder, "never")})).rejects.toThrow(wrong);
  });
});
