import {describe, expect, it} from "vitest";
import {
  makeIdIndex,
  NO_PLACE,
  placeOf,
  placesOf,
  placesTaken,
  setPlace,
  setPlaces
} from "../../data-loaders/baskets/idIndex.ts";
import {seeded} from "../seeded.ts";

function indexOf(ids: readonly number[]) {
  const index = makeIdIndex(
    ids.length,
    ids.reduce((a, b) => Math.max(a, b), 0)
  );
  setPlaces(index, Float64Array.from(ids), 0, ids.length);
  return index;
}

describe("idIndex", () => {
  const lists: [string, "direct" | "hashed", number[]][] = [
    ["dense ids", "direct", Array.from({length: 1000}, (_, at) => at)],
    ["sparse small ids", "direct", [7, 1, 999_999, 0, 12]],
    ["ids around 2^32", "hashed", [2 ** 32, 2 ** 32 - 1, 2 ** 32 + 1, 0, 1]],
    ["the largest ids there are", "hashed", [2 ** 53 - 1, 2 ** 53 - 2, 2 ** 52, 3]],
    [
      "ids that differ by multiples of 2^32",
      "hashed",
      Array.from({length: 3000}, (_, at) => 5 + at * 2 ** 32)
    ],
    ["ids that are multiples of 2^20", "hashed", Array.from({length: 3000}, (_, at) => at * 2 ** 20)],
    ["ids that are multiples of a million", "hashed", Array.from({length: 3000}, (_, at) => at * 1_000_000)],
    [
      "timestamps in milliseconds",
      "hashed",
      Array.from({length: 3000}, (_, at) => 1_700_000_000_000 + at * 61_001)
    ]
  ];
  it.each(lists)("finds each of %s and no other", (_, kind, ids) => {
    const index = indexOf(ids);
    expect(index.kind).toBe(kind);
    expect(ids.map((id) => placeOf(index, id))).toEqual([...ids.keys()]);
    const known = new Set(ids);
    expect(placesTaken(index)).toBe(known.size);
    const all = [...ids.flatMap((id) => [id + 1, id + 2 ** 32, id * 2]), 2 ** 53 - 1, 0, Number.NaN];
    const strangers = all.filter((id) => !known.has(id));
    for (const stranger of strangers) expect(placeOf(index, stranger)).toBe(NO_PLACE);
    const asked = Float64Array.from([...strangers, ...ids]);
    const places = new Int32Array(asked.length);
    placesOf(index, asked, asked.length, places);
    expect([...places]).toEqual([...strangers.map(() => NO_PLACE), ...ids.keys()]);
  });

  it("finds random ids of any size", () => {
    const random = seeded(3);
    for (const largest of [1e6, 2 ** 31, 2 ** 33, 2 ** 53 - 1]) {
      const ids = [...new Set(Array.from({length: 5000}, () => random.below(largest)))];
      const index = indexOf(ids);
      expect(ids.every((id, place) => placeOf(index, id) === place)).toBe(true);
    }
  });

  it("takes another place for an id, and places below 0", () => {
    for (const ids of [
      [1, 2, 3],
      [2 ** 40, 2 ** 41, 2 ** 42]
    ]) {
      const index = indexOf(ids);
      setPlace(index, ids[1]!, 9);
      setPlace(index, ids[2]!, -2);
      expect(ids.map((id) => placeOf(index, id))).toEqual([0, 9, -2]);
    }
  });

  it.each([
    ["rising by one", (at: number) => 2 ** 33 + at],
    ["multiples of 2^12", (at: number) => 2 ** 33 + at * 2 ** 12],
    ["multiples of 2^16", (at: number) => at * 2 ** 16],
    ["multiples of 2^24", (at: number) => at * 2 ** 24],
    ["multiples of 2^32", (at: number) => at * 2 ** 32]
  ])("finds 200,000 ids %s", (_, idOf) => {
    const ids = Array.from({length: 200_000}, (_, at) => idOf(at));
    const index = indexOf(ids);
    expect(ids.every((id, place) => placeOf(index, id) === place)).toBe(true);
  });

  it("has no place for anything when it is empty", () => {
    expect(placeOf(makeIdIndex(0, 0), 0)).toBe(NO_PLACE);
    expect(placeOf(makeIdIndex(0, 2 ** 40), 7)).toBe(NO_PLACE);
  });
});
