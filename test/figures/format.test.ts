import {describe, expect, it} from "vitest";
import type {Measure} from "../../data-loaders/config/measures.ts";
import {
  differenceFormatOf,
  fileSize,
  formatOf,
  hourName,
  oneIn,
  times,
  unitWords
} from "../../src/figures/format.ts";

const measure = (unit: string, kind: "total" | "ratio" = "ratio"): Measure => ({
  name: "m",
  base: "b",
  says: "s",
  unit,
  ...(kind === "total" ? {kind, part: "items"} : {kind, over: ["items", "orders"]})
});

describe("differenceFormatOf", () => {
  it("writes differences of shares in points, and others as their measure", () => {
    expect(differenceFormatOf(measure("share"), "$").prose(0.0174)).toBe("1.7 points");
    expect(differenceFormatOf(measure("share"), "$").exact(-0.0174)).toBe("−1.74 points");
    expect(differenceFormatOf(measure("money"), "$").prose(1234)).toBe("$12.34");
  });
});

describe("formatOf", () => {
  it.each<[string, Measure, number, string, string, string]>([
    ["counts", measure("orders", "total"), 19847, "19,847", "19,847", "19,847"],
    ["large counts", measure("items", "total"), 32434489, "32.4 million", "32.4M", "32,434,489"],
    ["money", measure("money", "total"), 140321150, "$1.40 million", "$1.4M", "$1,403,211.50"],
    ["prices", measure("money per item"), 779.6, "$7.80", "$7.80", "$7.80"],
    ["less than nothing", measure("money per item"), -12, "−$0.12", "−$0.12", "−$0.12"],
    ["shares", measure("share"), 0.14253, "14.3%", "14%", "14.25%"],
    ["small shares", measure("share"), 0.0821, "8.2%", "8.2%", "8.21%"],
    ["tiny shares", measure("share"), 0.0002, "<0.1%", "<0.1%", "0.02%"],
    ["nearly all", measure("share"), 0.9999, ">99.9%", ">99%", "99.99%"],
    ["none and all", measure("share"), 0, "0%", "0%", "0.00%"],
    ["an index", measure("index"), 127.4, "127", "127", "127.4"],
    ["means", measure("items per order"), 10.08, "10.1", "10.1", "10.08"],
    ["whole means", measure("days"), 7, "7.0", "7.0", "7.00"],
    ["medians", {...measure("days"), kind: "median", of: "gaps"} as Measure, 7, "7", "7", "7"],
    ["nothing to show", measure("days"), Number.NaN, "–", "–", "–"]
  ])("writes %s", (_, of, value, prose, label, exact) => {
    const format = formatOf(of, "$");
    expect([format.prose(value), format.label(value), format.exact(value)]).toEqual([prose, label, exact]);
  });
  it("puts a blank after a currency code", () =>
    expect(formatOf(measure("money"), "EUR").prose(1234)).toBe("EUR 12.34"));
  it("names units in the reader's words", () => {
    expect(unitWords(measure("money per item"), "$")).toBe("$ per item");
    expect(unitWords(measure("share"), "$")).toBe("%");
  });
});

it.each([
  [0.0848, "1 in 12"],
  [0.42, "3 in 7"],
  [0.171, "1 in 6"],
  [0.5, "1 in 2"],
  [0.974, "97 in 100"],
  [1, "all"],
  [0, "none"],
  [Number.NaN, "–"]
])("oneIn(%d) is %s", (share, words) => expect(oneIn(share)).toBe(words));

it("writes times, hours and file sizes", () => {
  expect([times(1.34), times(12.6)]).toEqual(["1.3 times", "13 times"]);
  expect([hourName(9), hourName(23)]).toEqual(["09:00–09:59", "23:00–23:59"]);
  expect([fileSize(3), fileSize(2345), fileSize(2e6)]).toEqual(["1 kB", "2 kB", "2.0 MB"]);
});
