import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openMemo} from "../../data-loaders/baskets/memo.ts";
import type {Kept, Memo} from "../../data-loaders/baskets/memo.ts";
import {readSections, writeSections} from "../../data-loaders/baskets/sectionFile.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";

const KEY = "a".repeat(64);

const numbers = (kept: Kept | undefined): Record<string, number[]> | undefined =>
  kept && Object.fromEntries([...kept.arrays].map(([name, buffer]) => [name, [...new Float64Array(buffer)]]));

/** Keeps lists of as many numbers as their name says. */
function put(memo: Memo, lengths: readonly number[]): void {
  for (const length of lengths)
    memo.put({length}, {says: `${length}`}, [
      {name: "up", array: Float64Array.from({length}, (_, at) => at)},
      {name: "none", array: new Float64Array(0)},
      {name: "down", array: Float64Array.from({length}, (_, at) => -at)}
    ]);
}

const expected = (length: number) => ({
  up: Array.from({length}, (_, at) => at),
  none: [],
  down: Array.from({length}, (_, at) => -at)
});

/** Below, at and above what has a file of its own: 65,536 bytes. */
const LENGTHS = [0, 1, 7, 500, 4095, 4096, 4097, 20_000];

describe("a memo", () => {
  it("gives back what was put, before and after it is saved, and says whether it has it", () => {
    const cache = tempFolder();
    const memo = openMemo(cache, KEY);
    put(memo, LENGTHS);
    const again = (from: Memo): void => {
      for (const length of LENGTHS) {
        expect(from.has({length})).toBe(true);
        expect(from.get({length})?.about).toEqual({says: `${length}`});
        expect(numbers(from.get({length}))).toEqual(expected(length));
      }
      expect(from.has({length: 2})).toBe(false);
      expect(from.get({length: 2})).toBeUndefined();
    };
    again(memo);
    memo.save();
    again(memo);
    again(openMemo(cache, KEY));
    expect(openMemo(cache, "b".repeat(64)).has({length: 1})).toBe(false);
    const [folder] = readdirSync(join(cache, "memo"));
    expect(readdirSync(join(cache, "memo", folder!)).length).toBe(4);
  });

  it("keeps what earlier runs put, and what is put again is as it was put last", () => {
    const cache = tempFolder();
    for (const length of LENGTHS) {
      const memo = openMemo(cache, KEY);
      put(memo, [length]);
      memo.put({last: true}, length, []);
      memo.save();
    }
    const memo = openMemo(cache, KEY);
    for (const length of LENGTHS) expect(numbers(memo.get({length}))).toEqual(expected(length));
    expect(memo.get({last: true})?.about).toBe(LENGTHS.at(-1));
  });

  it("puts what threads are to find in the place that it tells, however small", () => {
    const memo = openMemo(tempFolder(), KEY);
    memo.putApart({few: 1}, {}, [{name: "few", array: Float64Array.of(1, 2)}]);
    memo.save();
    const {path, key} = memo.place({few: 1});
    expect(readSections(path, key, ({read}) => [...new Float64Array(read("few")!)])).toEqual([1, 2]);
  });

  it("has nothing where a file is damaged, and works", () => {
    const cache = tempFolder();
    const memo = openMemo(cache, KEY);
    put(memo, LENGTHS);
    memo.save();
    const folder = join(cache, "memo", KEY.slice(0, 24));
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      bytes[bytes.length - 30]! ^= 1;
      writeFileSync(join(folder, name), bytes);
    }
    const damaged = openMemo(cache, KEY);
    for (const length of LENGTHS) expect(damaged.get({length})).toBeUndefined();
    put(damaged, LENGTHS);
    damaged.save();
    for (const length of LENGTHS)
      expect(numbers(openMemo(cache, KEY).get({length}))).toEqual(expected(length));
  });
});

describe("a file of sections", () => {
  it("is whole however its pieces are cut, empty ones among them", () => {
    const random = seeded(4);
    const folder = tempFolder();
    const path = join(folder, "some.sections");
    for (let round = 0; round < 50; round++) {
      const pieces = Array.from({length: 6}, () =>
        Uint8Array.from({length: random.pick([0, 0, 1, 5, 80])}, () => random.below(256))
      );
      const bytes = pieces.flatMap((piece) => [...piece]);
      writeSections(path, KEY, {}, [
        {name: "cut", pieces},
        {name: "whole", array: Uint8Array.from(bytes)}
      ]);
      for (const name of ["cut", "whole"])
        expect(readSections(path, KEY, ({read}) => [...new Uint8Array(read(name)!)])).toEqual(bytes);
    }
    expect(readdirSync(folder)).toEqual(["some.sections"]);
  });
});
