import {describe, expect, it} from "vitest";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {exactWhere} from "../../data-loaders/config/whereTexts/exactWhere.ts";
import {readWhere} from "../../data-loaders/config/whereTexts/readWhere.ts";
import {seeded} from "../seeded.ts";

function when(text: string): unknown {
  const read = readWhere(text);
  if ("fault" in read) return `${read.fault.at}+${read.fault.width}: ${read.fault.message}`;
  const days = ["Saturday", "Sunday"];
  return exactWhere(read.tree, (name) => ({name, names: name === "day" ? days : undefined}));
}

const test = (subject: string, parts: object) => ({subject, test: parts});

describe("a where text", () => {
  it.each<[string, unknown]>([
    ["age = 5", test("age", {in: [5]})],
    ["age=-5.5", test("age", {in: [-5.5]})],
    ["age != 5", {not: test("age", {in: [5]})}],
    ["age ≠ 5", {not: test("age", {in: [5]})}],
    ["age >= 5", test("age", {from: 5})],
    ["age ≥ 5", test("age", {from: 5})],
    ["age > 5", test("age", {above: 5})],
    ["age <= 5", test("age", {up_to: 5})],
    ["age < 5", test("age", {below: 5})],
    ["share > 1.1%", test("share", {above: 0.011})],
    ["state = New York", test("state", {in: ["New York"]})],
    ["state = New   York", test("state", {in: ["New York"]})],
    ["group = 18 to 34", test("group", {in: ["18 to 34"]})],
    ["label = New-baby household", test("label", {in: ["New-baby household"]})],
    ["label = Customer's choice", test("label", {in: ["Customer's choice"]})],
    ['label = "Under 60,000"', test("label", {in: ["Under 60,000"]})],
    ["label = 'A and B'", test("label", {in: ["A and B"]})],
    ["state in (Maine)", test("state", {in: ["Maine"]})],
    ["state in (Maine, New York,Ohio)", test("state", {in: ["Maine", "New York", "Ohio"]})],
    ["state not in (Maine, Ohio)", {not: test("state", {in: ["Maine", "Ohio"]})}],
    ["gap is missing", test("gap", {missing: true})],
    ["gap is not missing", test("gap", {missing: false})],
    ["day = Sunday", test("day", {in: [1]})],
    ["customer.age = 5", test("customer.age", {in: [5]})],
    ["a = 1 and b = 2", {all: [test("a", {in: [1]}), test("b", {in: [2]})]}],
    ["a = 1 or b = 2 or c = 3", {any: [test("a", {in: [1]}), test("b", {in: [2]}), test("c", {in: [3]})]}],
    ["not a = 1 and b = 2", {all: [{not: test("a", {in: [1]})}, test("b", {in: [2]})]}],
    ["not not a = 1", {not: {not: test("a", {in: [1]})}}],
    ["not (a = 1 and b = 2)", {not: {all: [test("a", {in: [1]}), test("b", {in: [2]})]}}],
    ["((a = 1))", test("a", {in: [1]})],
    [
      "age >= 50 and (dependants = 0 or region in (West, South)) and not loyalty = New",
      {
        all: [
          test("age", {from: 50}),
          {any: [test("dependants", {in: [0]}), test("region", {in: ["West", "South"]})]},
          {not: test("loyalty", {in: ["New"]})}
        ]
      }
    ]
  ])("%s", (text, expected) => {
    expect(when(text)).toEqual(expected);
  });

  it.each([
    ["", "0+1: the text ends where a fact, a column or a segmentation is expected"],
    ["age", '0+3: "age" is compared with nothing; write = or >= and a value after it'],
    ["age >=", "5+1: a value is missing at the end"],
    ["= 5", '0+1: "=" is not expected here; a fact, a column or a segmentation is'],
    ["age = (5)", '6+1: "(" is not expected here; a value is, in quotes if it is a text'],
    ["age in 5", "7+1: a list in brackets is needed after in: (West, South)"],
    ["age in (5 6 and b = 1)", '12+3: "and" is not expected here; is a comma or ) missing before it?'],
    [
      "a = 1 and b = 2 or c = 3",
      '16+2: "and" and "or" stand side by side; put brackets ( ) around what belongs together'
    ],
    ["a = 1 || b = 2", "6+2: write or instead of ||"],
    ["!a = 1", "0+1: write not instead of !"],
    ["a <> 1", "2+2: write != instead of <>"],
    ["a = 1 Or b = 2", '11+1: "=" is not expected here; is "and" or "or" missing before it?'],
    ["a = 1 OR b = 2", '6+2: write or in small letters; a value "OR" needs quotes'],
    ["a = 'x", "4+1: this quote is not closed; write ' at the end of the text"],
    ["(".repeat(40), "13+1: the brackets are nested too deeply"],
    ["not ".repeat(40), "52+3: the brackets are nested too deeply"]
  ])("%s is told", (text, expected) => {
    expect(when(text)).toBe(expected);
  });

  it("is read or told, whatever it is", () => {
    const random = seeded(7);
    const pieces = [
      "age",
      "=",
      ">=",
      "(",
      ")",
      ",",
      " and ",
      " or ",
      " not ",
      "in",
      " is ",
      "missing",
      "5",
      "2%",
      '"',
      "'",
      "\n",
      "é",
      "x y",
      "·",
      "&",
      "\u0000",
      "|",
      "!"
    ];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({length: random.below(14)}, () => random.pick(pieces)).join(
        random.pick(["", " "])
      );
      const read = readWhere(text);
      if (!("fault" in read)) continue;
      expect(read.fault.width).toBeGreaterThan(0);
      expect(read.fault.at).toBeLessThanOrEqual(Math.max(0, text.length));
    }
  });
});

describe("a place in a text", () => {
  it.each([
    ["plain", "key: age > 5 and dependents = 0\n"],
    ["after a comment", "# first\nkey:   age > 5 and dependents = 0 # last\n"],
    ["in double quotes", 'key: "age > 5 and dependents = 0"\n'],
    ["with an escaped quote", 'key: "a = \\"x\\" and dependents = 0"\n'],
    ["in single quotes", "key: 'age > 5 and dependents = 0'\n"],
    ["with a doubled quote", "key: 'a = ''x'' and dependents = 0'\n"],
    ["over two lines", "key: age > 5\n  and dependents = 0\n"],
    ["folded", "key: >\n  age > 5\n  and dependents = 0\n"],
    ["with line ends kept", "key: |\n  age > 5 and\n\n  dependents = 0\n"],
    ["between braces", "key: { x: 1, where: age > 5 and dependents = 0 }\n"]
  ])("%s", (_, content) => {
    const {yaml} = parseYaml("config/x.yaml", content);
    const {key} = yaml!.value as {key: string | {where: string}};
    const [path, text] = typeof key === "string" ? [["key"], key] : [["key", "where"], key.where];
    const before = content.slice(0, content.indexOf("dependents")).split("\n");
    expect(yaml!.locateIn(path, text.indexOf("dependents"), 10)).toEqual({
      line: before.length,
      column: before.at(-1)!.length + 1,
      width: 10
    });
  });
});
