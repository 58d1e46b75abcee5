import {describe, expect, it} from "vitest";
import {problemLine} from "../../../data-loaders/config/problem.ts";
import {readConfig} from "../../../data-loaders/config/readConfig.ts";
import {segmentLogic} from "../../../data-loaders/segments/proofs/logic.ts";
import {proveRules} from "../../../data-loaders/segments/proofs/proveRules.ts";
import {proving} from "../../../data-loaders/segments/proofs/proving.ts";
import {proveSegments} from "../../../data-loaders/segments/proofs/proveSegments.ts";
import {fixtureText, readEdited} from "../../config/editedConfig.ts";

const SEGMENTS = `facts:
  orders_placed: { of: order.order_number, take: max, unit: orders, says: highest order number }
  typical_gap: { of: order.days_since_prior_order, take: median, unit: days, missing: allowed, says: median days between orders }
  night_orders: { of: order, take: count, where: { hour: { from: 22 } }, says: orders at night }
  pet_share: { of: item, take: share, where: { department: pets }, says: share of items from pets }
  baby_share: { of: item, take: share, where: { department: babies }, says: share of items from babies }
segmentations:
  loyalty:
    by: orders_placed
    bins: [{ label: New, up_to: 10 }, { label: Regular, up_to: 40 }, { label: Loyal }]
`;

/** What proofs say of a segmentation called `tried`, written below the facts and loyalty. */
function proved(...lines: readonly string[]): string[] {
  const {config, lines: wrong} = readEdited({
    "segments.yaml": `${SEGMENTS}  tried:\n${lines.map((line) => `    ${line}\n`).join("")}`,
    "report.yaml": fixtureText("report.yaml").replace(/\nsegment_pages.*/, "")
  });
  if (!config) return [...wrong];
  const {problems, warnings} = proveSegments(config.segments, config.sources, config.where);
  const told = (kind: string) => (problem: {readonly path?: string; readonly message: string}) =>
    `${kind} ${problem.path?.replace("segmentations.tried.", "")}: ${problem.message}`;
  return [...problems.map(told("problem")), ...warnings.map(told("warning"))];
}

describe("the shipped configuration", () => {
  it("is proved, with nothing odd about it", () => {
    const {segments, sources, where} = readConfig("config");
    const {problems, warnings} = proveSegments(segments, sources, where);
    expect([...problems, ...warnings].map(problemLine)).toEqual([]);
  });
});

describe("rules that come to nothing", () => {
  it.each([
    [
      "an earlier rule takes all",
      [
        "{ label: Adult, when: { customer.age: { from: 18 } } }",
        "{ label: Senior, when: { customer.age: { from: 65 } } }"
      ],
      'problem rules[1].when: "Senior" is never reached: "Adult" before it takes all it is for, for example age = 65; move it up, or take it away'
    ],
    [
      "two earlier rules take all together",
      [
        "{ label: Young, when: { customer.age: { below: 40 } } }",
        "{ label: Pets, when: { pet_share: { above: 1% } } }",
        "{ label: Old, when: { customer.age: { from: 40 } } }",
        "{ label: Loyal parents, when: { customer.dependants: { from: 1 }, loyalty: Loyal } }"
      ],
      'problem rules[3].when: "Loyal parents" is never reached: "Young" and "Old" before it take all it is for, for example dependants = 1, orders_placed = 41, age = 16; move it up, or take it away'
    ],
    [
      "its range is out of the column's",
      ["{ label: Child, when: { customer.age: { below: 16 } } }"],
      'problem rules[0].when.customer.age: "Child" is always empty: age: { below: 16 } is never true; age is a whole number from 16 to 110'
    ],
    [
      "no whole number lies between",
      ["{ label: Between, when: { customer.dependants: { above: 2, below: 3 } } }"],
      'problem rules[0].when.customer.dependants: "Between" is always empty: dependants: { above: 2, below: 3 } is never true; dependants is a whole number from 0 to 20'
    ],
    [
      "a fact excludes a segment made of it",
      [
        "{ label: Loyal beginner, when: { loyalty: Loyal, orders_placed: { up_to: 5 }, customer.age: { from: 30 } } }"
      ],
      'problem rules[0].when: "Loyal beginner" is always empty: loyalty: Loyal and orders_placed: { up_to: 5 } exclude each other'
    ],
    [
      "shares come to more than all items",
      ["{ label: Both, when: { pet_share: { above: 60% }, baby_share: { from: 40% } } }"],
      'problem rules[0].when: "Both" is always empty: pet_share: { above: 60% } and baby_share: { from: 40% } exclude each other'
    ]
  ])("because %s", (_, rules, message) => {
    expect(proved("rules:", ...rules.map((rule) => `  - ${rule}`), "else: Others")[0]).toBe(message);
  });
});

describe("match: unique", () => {
  it("names rules that overlap, with an example", () => {
    expect(
      proved(
        "match: unique",
        "rules:",
        "  - { label: Parents, when: { customer.dependants: { from: 1 } } }",
        "  - { label: Seniors, when: { customer.age: { from: 65 } } }",
        "else: Others"
      )
    ).toEqual([
      'problem rules[1].when: overlaps with "Parents", and "match: unique" wants every rule to exclude the others: for example age = 65, dependants = 1 is in both'
    ]);
  });

  it("is content with rules that exclude one another, whatever they are made of", () => {
    expect(
      proved(
        "match: unique",
        "rules:",
        "  - { label: Mostly pets, when: { pet_share: { above: 50% } } }",
        "  - { label: Mostly babies, when: { baby_share: { above: 50% } } }",
        "  - { label: Neither, when: { pet_share: { up_to: 50% }, baby_share: { up_to: 50% } } }"
      )
    ).toEqual([]);
  });
});

describe("values without a segment", () => {
  it.each([
    [
      "one that two ends leave out",
      [
        "{ label: Young, when: { customer.age: { below: 45 } } }",
        "{ label: Old, when: { customer.age: { above: 45 } } }"
      ],
      'problem rules: no rule takes a customer with, for example, age = 45; add a rule, or an "else: <label>" for the rest'
    ],
    [
      "a missing one",
      [
        "{ label: Weekly, when: { typical_gap: { up_to: 7 } } }",
        "{ label: Rarer, when: { typical_gap: { above: 7 } } }"
      ],
      'problem rules: no rule takes a customer with, for example, typical_gap is missing; add a rule, or an "else: <label>" for the rest'
    ],
    [
      "a half between whole numbers",
      [
        "{ label: Weekly, when: { typical_gap: { up_to: 7 } } }",
        "{ label: Rarer, when: { typical_gap: { from: 8 } } }",
        "{ label: Once, when: { typical_gap: { missing: true } } }"
      ],
      'problem rules: no rule takes a customer with, for example, typical_gap = 7.5; add a rule, or an "else: <label>" for the rest'
    ],
    [
      "two facts at once",
      [
        "{ label: Parents, when: { customer.dependants: { from: 1 } } }",
        "{ label: Single, when: { customer.dependants: 0, customer.age: { from: 18 } } }"
      ],
      'problem rules: no rule takes a customer with, for example, dependants = 0, age = 16; add a rule, or an "else: <label>" for the rest'
    ]
  ])("%s", (_, rules, message) => {
    expect(proved("rules:", ...rules.map((rule) => `  - ${rule}`))).toEqual([message]);
  });

  it("of a map over numbers", () => {
    expect(
      proved(
        "of: order",
        "by: order.hour",
        "map: { Night: [0, 1, 2, 3, 4, 5], Evening: [18, 19, 20, 21, 22, 24] }"
      )
    ).toEqual([
      "problem map: no segment for 6 to 17, 23: hour is a whole number from 0 to 23; map every value that can be",
      "warning map.Evening[5]: 24 can't be: hour is a whole number from 0 to 23"
    ]);
  });

  it("of a map over weekdays", () => {
    expect(
      proved(
        "of: order",
        "by: order.day",
        "map: { Weekend: [Saturday, Sunday], Week: [Monday, Tuesday, Wednesday, Thursday] }"
      )
    ).toEqual(["problem map: no segment for Friday: day is Saturday to Friday; map every value that can be"]);
  });

  it("are not told of texts that nobody declared: the data shows which there are", () => {
    expect(
      proved(
        "rules:",
        "  - { label: North, when: { customer.state: Maine } }",
        "  - { label: South, when: { customer.state: Texas } }"
      )
    ).toEqual([]);
  });
});

describe("what is never or always so", () => {
  it("is an else that nothing is left for", () => {
    expect(
      proved(
        "rules:",
        "  - { label: Some, when: { typical_gap: { missing: false } } }",
        "  - { label: None, when: { typical_gap: { missing: true } } }",
        "else: Others"
      )
    ).toEqual([
      'problem else: "Others" is always empty: the rules take everything already; take this else away, or narrow a rule'
    ]);
  });

  it("is a bin outside the column's range", () => {
    expect(proved("by: customer.age", "bins: [{ label: Child, up_to: -1 }, { label: Grown up }]")).toEqual([
      'warning bins[0]: "Child" is always empty: age is a whole number from 16 to 110'
    ]);
  });

  it("is a part of a condition", () => {
    expect(
      proved(
        "rules:",
        "  - { label: Parents, when: { customer.dependants: [1, 2, 25], customer.age: { from: 16 } } }",
        "else: Others"
      )
    ).toEqual([
      "warning rules[0].when.customer.dependants: 25 can't be: dependants is a whole number from 0 to 20",
      "warning rules[0].when.customer.age: age: { from: 16 } is always true; age is a whole number from 16 to 110; it can be left out"
    ]);
  });

  it("is a pair of segments made of the same fact", () => {
    const {config} = readEdited({
      "segments.yaml": `${SEGMENTS}  activity:\n    by: orders_placed\n    bins: [{ label: Low, below: 5 }, { label: Active }]\n  both: { cross: [loyalty, activity] }\n`,
      "report.yaml": fixtureText("report.yaml").replace(/\nsegment_pages.*/, "")
    });
    const {problems, warnings} = proveSegments(config!.segments, config!.sources, config!.where);
    expect(problems).toEqual([]);
    expect(warnings.map(({message}) => message)).toEqual([
      '"Regular · Low", "Loyal · Low" never occur: the rules of loyalty and activity exclude them'
    ]);
  });
});

it("says so where a segmentation's ends are known only from the data", () => {
  const {config} = readEdited({
    "segments.yaml": `${SEGMENTS}  thirds:
    by: customer.age
    bins: { quantiles: 3, labels: [Low, Middle, High] }
  tried:
    match: unique
    rules:
      - { label: Younger, when: { thirds: Low } }
      - { label: Older, when: { customer.age: { from: 60 } } }
      - { label: Parents, when: { thirds: [Middle, High], customer.dependants: { from: 1 } } }
    else: Others
`,
    "report.yaml": fixtureText("report.yaml").replace(/\nsegment_pages.*/, "")
  });
  const {problems, warnings} = proveSegments(config!.segments, config!.sources, config!.where);
  expect(problems.map(({message}) => message)).toEqual([]);
  expect(warnings.map(({message}) => message)).toEqual([
    'not proved that "Younger" and "Older" exclude each other: what thirds is made of is known only from the data',
    'not proved that "Older" and "Parents" exclude each other: what thirds is made of is known only from the data'
  ]);
});

it("gives up after the work allowed, and says so", () => {
  const {config} = readEdited({});
  const proofs = proving(segmentLogic(config!.segments, config!.sources), 3);
  const rules = config!.segments.segmentations.find(({kind}) => kind === "rules");
  if (rules?.kind !== "rules") throw new Error("the fixture has rules");
  const kinds = proveRules(rules, proofs).map(({kind}) => kind);
  expect(new Set(kinds)).toEqual(new Set(["not proved"]));
});
