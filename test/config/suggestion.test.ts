import {describe, expect, it} from "vitest";
import {nearest, suggestion} from "../../data-loaders/config/suggestion.ts";

const COLUMNS = ["customer.age", "customer.state", "customer.family_status", "item.price"];

describe("nearest", () => {
  it.each([
    ["up_too", ["label", "up_to", "below"], "up_to"],
    ["lable", ["label", "below"], "label"],
    ["Up-To", ["up_to"], "up_to"],
    ["medain", ["mean", "median"], "median"],
    ["age", COLUMNS, "customer.age"],
    ["cutsomer.age", COLUMNS, "customer.age"],
    ["customer.family", COLUMNS, "customer.family_status"],
    ["item.age", COLUMNS, "customer.age"],
    ["customer.height", COLUMNS, undefined],
    ["min", ["max"], undefined],
    ["x", ["a", "b"], "a"],
    ["anything", [], undefined]
  ])("finds for %s among %j: %s", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});

describe("suggestion", () => {
  it("lists what is allowed where nothing is near", () => {
    expect(suggestion("first", ["count", "share"])).toBe("; allowed: count, share");
    expect(suggestion("customer.height", COLUMNS)).toBe(
      "; allowed: customer.age, customer.state, customer.family_status"
    );
  });

  it("lists nothing where much is allowed", () => {
    expect(
      suggestion(
        "zzzzzz",
        Array.from({length: 50}, (_, index) => `name${index}`)
      )
    ).toBe("");
  });
});
