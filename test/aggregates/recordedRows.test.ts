import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {NO_MEMO, openMemo} from "../../data-loaders/baskets/memo.ts";
import {readSections, streamSections} from "../../data-loaders/baskets/sectionFile.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

closePools();

const KEY = "c".repeat(64);
const queries = (...by: string[]): AggregateQuery[] => by.map((name) => ({by: ["loyalty", name]}));

describe("rows that are kept while they are counted", () => {
  it("are kept once where two dimensions have the same codes", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(5, 150));
    const department = dimensions.find(({name}) => name === "department")!;
    const all = [...dimensions, {...department, name: "copy"}];
    const asked = queries("department", "copy");
    const cache = tempFolder();
    const memo = openMemo(cache, KEY);
    const found = await aggregates(asked, all, baskets, poolOf(2), memo);
    await memo.prepare();
    expect(found).toEqual(await aggregates(asked, all, baskets, poolOf(2), NO_MEMO));
    expect(found[1]!.parts).toEqual(found[0]!.parts);
    const files = readdirSync(cache, {recursive: true, encoding: "utf8"}).filter((name) =>
      name.includes(".part")
    );
    expect(files.length).toBe(2); // one per thread, and nothing aside
  });

  it("are kept where several threads have the same customers, since one has bought nearly all", async () => {
    const [first, ...others] = randomCustomers(5, 12);
    const orders = Array.from({length: 400}, () => ({day: 1, hour: 8, items: ["p1", "p2", "p3"]}));
    const {baskets, dimensions} = dimensioned([
      ...others.slice(0, 6),
      {...first!, orders},
      ...others.slice(6)
    ]);
    const of = (name: string, memo = NO_MEMO) =>
      aggregates([{by: [name, "department"]}, {by: [name, "hour"]}], dimensions, baskets, poolOf(4), memo);
    const plain = [await of("loyalty"), await of("both")];
    for (let at = 0; at < 30; at++) {
      const memo = openMemo(tempFolder(), KEY);
      expect(await of("loyalty", memo)).toEqual(plain[0]);
      await memo.prepare();
      expect(await of("both", memo)).toEqual(plain[1]); // of the rows
    }
  });

  it("are kept where two count at once", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(6, 2000));
    const ask = (by: string, memo = NO_MEMO) =>
      aggregates([{by: [by, "department"]}], dimensions, baskets, poolOf(4), memo);
    const plain = [await ask("loyalty"), await ask("region"), await ask("both")];
    for (let at = 0; at < 5; at++) {
      const cache = tempFolder();
      const [one, other] = [openMemo(cache, KEY), openMemo(cache, KEY)];
      expect(await Promise.all([ask("loyalty", one), ask("region", one)])).toEqual(plain.slice(0, 2));
      await Promise.all([one.prepare(), ask("loyalty", other).then(() => other.prepare())]);
      expect(await Promise.all([ask("both", one), ask("both", other)])).toEqual([plain[2], plain[2]]);
    }
  });
});

describe("a file that is written as it is made", () => {
  const bytes = (length: number) => Uint8Array.from({length}, (_, at) => at);

  it("has its sections, and nothing stands beside it", () => {
    const folder = tempFolder();
    for (const [path, length] of [
      ["some.part", 300],
      ["none.part", 0]
    ] as const) {
      const stream = streamSections(`${folder}/${path}`, KEY, "made");
      stream.add(bytes(length).subarray(0, 7));
      stream.add(bytes(length).subarray(7));
      stream.finish([{name: "told", array: Float64Array.of(1, 2)}]);
      stream.drop(); // too late
      const read = readSections(`${folder}/${path}`, KEY, ({read: section}) => [
        [...new Uint8Array(section("made")!)],
        [...new Float64Array(section("told")!)]
      ]);
      expect(read).toEqual([[...bytes(length)], [1, 2]]);
    }
    expect(readdirSync(folder).sort()).toEqual(["none.part", "some.part"]);
  });

  it("is not there when it is dropped, and never there when nothing came", () => {
    const folder = tempFolder();
    const stream = streamSections(`${folder}/some.part`, KEY, "made");
    stream.add(bytes(9));
    expect(readdirSync(folder).length).toBe(1);
    stream.drop();
    stream.drop();
    streamSections(`${folder}/other.part`, KEY, "made").drop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is the last one's where two write the same at once", () => {
    const folder = tempFolder();
    const both = [1, 2].map(() => streamSections(`${folder}/some.part`, KEY, "made"));
    for (const stream of both) stream.add(bytes(20));
    for (const stream of both) stream.finish([]);
    expect(readSections(`${folder}/some.part`, KEY, ({read}) => read("made")!.byteLength)).toBe(20);
    expect(readdirSync(folder)).toEqual(["some.part"]);
  });
});
