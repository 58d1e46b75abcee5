import {describe, expect, it} from "vitest";
import {kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";
import {blockDigest, wholeDigest} from "../../data-loaders/tables/blockDigest.ts";
import {BLOCK, joinDigests} from "../../data-loaders/tables/fileDigest.ts";

const inKernels = (bytes: Uint8Array): Uint8Array => {
  const block = kernelArray(Uint8Array, bytes.length);
  block.set(bytes);
  return block;
};
const digest = (text: string): string => blockDigest(inKernels(Buffer.from(text)));

/** The published algorithm once more, in big numbers and by bytes. */
function plainXxHash64(bytes: Uint8Array): string {
  const [p1, p2, p3, p4, p5] = [
    11400714785074694791n,
    14029467366897019727n,
    1609587929392839161n,
    9650029242287828579n,
    2870177450012600261n
  ] as const;
  const cut = (value: bigint): bigint => BigInt.asUintN(64, value);
  const turned = (value: bigint, by: bigint): bigint => cut((value << by) | (value >> (64n - by)));
  const word = (at: number, size: number): bigint =>
    [...bytes.subarray(at, at + size)].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const round = (lane: bigint, value: bigint): bigint => cut(turned(cut(lane + value * p2), 31n) * p1);
  let at = 0;
  let hash: bigint = p5;
  if (bytes.length >= 32) {
    const lanes = [cut(p1 + p2), p2, 0n, cut(-p1)];
    for (; at + 32 <= bytes.length; at += 32)
      for (let lane = 0; lane < 4; lane++) lanes[lane] = round(lanes[lane]!, word(at + 8 * lane, 8));
    hash = cut([1n, 7n, 12n, 18n].reduce((sum, by, lane) => sum + turned(lanes[lane]!, by), 0n));
    for (const lane of lanes) hash = cut((hash ^ round(0n, lane)) * p1 + p4);
  }
  hash = cut(hash + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8) hash = cut(turned(hash ^ round(0n, word(at, 8)), 27n) * p1 + p4);
  for (; at + 4 <= bytes.length; at += 4) hash = cut(turned(hash ^ cut(word(at, 4) * p1), 23n) * p2 + p3);
  for (; at < bytes.length; at++) hash = cut(turned(hash ^ cut(word(at, 1) * p5), 11n) * p1);
  hash = cut((hash ^ (hash >> 33n)) * p2);
  hash = cut((hash ^ (hash >> 29n)) * p3);
  return (hash ^ (hash >> 32n)).toString(16).padStart(16, "0");
}

describe("block digest", () => {
  it.each([
    ["", "ef46db3751d8e999"],
    ["a", "d24ec4f1a98c6e5b"],
    ["abc", "44bc2cf5ad770999"],
    ["Nobody inspects the spammish repetition", "fbcea83c8a378bf1"]
  ])("of %j is the published one", (text, expected) => {
    expect(digest(text)).toBe(expected);
  });

  it("is the published algorithm's at every length", () => {
    for (let length = 0; length < 130; length++) {
      const bytes = Uint8Array.from({length}, (_, at) => (at * 151 + length * 7) % 256);
      expect(blockDigest(inKernels(bytes))).toBe(plainXxHash64(bytes));
    }
  });

  it("of a whole file joins those of its blocks, as threads do that share them", () => {
    const bytes = Uint8Array.from({length: BLOCK + 5}, (_, at) => at % 251);
    const parts = [bytes.subarray(0, BLOCK), bytes.subarray(BLOCK)].map((part) =>
      blockDigest(inKernels(part))
    );
    expect(wholeDigest(bytes)).toBe(joinDigests(parts));
    expect(wholeDigest(new Uint8Array(0))).toBe(joinDigests([digest("")]));
  });
});
