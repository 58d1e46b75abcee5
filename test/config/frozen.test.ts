import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {frozenText} from "../../data-loaders/config/frozenText.ts";
import {readEdited} from "./editedConfig.ts";

const THIRD = "age_third: { by: customer.age, quantiles: 3, up_to: [30, 50] }\n";

describe("frozen.yaml", () => {
  it("gives quantiles their ends, and is one of the files", () => {
    const {config, lines} = readEdited({"frozen.yaml": `# kept\n${THIRD}`});
    expect(lines).toEqual([]);
    const third = config!.segments.segmentations.find(({name}) => name === "age_third");
    expect(third).toMatchObject({
      bins: [{label: "Younger", up_to: 30}, {label: "In between", up_to: 50}, {label: "Older"}],
      quantiles: {count: 3, freeze: true, frozen: [30, 50]}
    });
    expect(config!.files.map(({path}) => path.split("/").at(-1))).toContain("frozen.yaml");
  });

  it("may be absent or hold comments only", () => {
    for (const content of [null, "", "# nothing yet\n"]) {
      const {config, lines} = readEdited(content === null ? {} : {"frozen.yaml": content});
      expect(lines).toEqual([]);
      const third = config!.segments.segmentations.find(({name}) => name === "age_third");
      expect(third).toMatchObject({bins: [{label: "Younger"}, {label: "In between"}, {label: "Older"}]});
      expect(config!.files).toHaveLength(7);
    }
  });

  it.each([
    [
      "an entry for nothing",
      "age_thrid: { by: customer.age, quantiles: 3, up_to: [30, 50] }\n",
      'config/frozen.yaml:1:1 age_thrid: no segmentation of this name has "freeze: true"; delete this entry'
    ],
    [
      "an entry for a segmentation without freeze",
      "loyalty: { by: orders_placed, quantiles: 3, up_to: [30, 50] }\n",
      'config/frozen.yaml:1:1 loyalty: no segmentation of this name has "freeze: true"; delete this entry'
    ],
    [
      "another number of quantiles",
      "age_third: { by: customer.age, quantiles: 4, up_to: [30, 50, 60] }\n",
      "config/frozen.yaml:1:1 age_third: was computed for 4 quantiles of customer.age, not 3 of customer.age; delete this entry, and the next build computes it anew"
    ],
    [
      "another column",
      "age_third: { by: customer.dependants, quantiles: 3, up_to: [1, 2] }\n",
      "config/frozen.yaml:1:1 age_third: was computed for 3 quantiles of customer.dependants, not 3 of customer.age; delete this entry, and the next build computes it anew"
    ],
    [
      "too few ends",
      "age_third: { by: customer.age, quantiles: 3, up_to: [30] }\n",
      "config/frozen.yaml:1:53 age_third.up_to: 3 quantiles have 2 cut points, and here are 1; delete this entry, and the next build computes it anew"
    ],
    [
      "ends that fall",
      "age_third: { by: customer.age, quantiles: 3, up_to: [50, 30] }\n",
      "config/frozen.yaml:1:58 age_third.up_to[1]: cut points have to rise; delete this entry, and the next build computes it anew"
    ],
    [
      "a text for an end",
      "age_third: { by: customer.age, quantiles: 3, up_to: [old, 30] }\n",
      'config/frozen.yaml:1:54 age_third.up_to[0]: a number is needed, not the text "old"'
    ],
    [
      "a typing error in a key",
      "age_third: { by: customer.age, quantile: 3, up_to: [20, 30] }\n",
      'config/frozen.yaml:1:32 age_third.quantile: unknown key; did you mean "quantiles"?'
    ]
  ])("is told to have %s", (_, content, line) => {
    expect(readEdited({"frozen.yaml": content}).lines).toEqual([line]);
  });
});

describe("frozenText", () => {
  const cuts = [
    {name: "income", by: "customer.income", count: 2, ends: [61234.5]},
    {name: "age_third", by: "customer.age", count: 3, ends: [30, 50]}
  ];

  it("writes a file that explains itself, by name", () => {
    const text = frozenText(undefined, cuts);
    expect(text).toMatch(/^# Cut points[\s\S]*Delete an entry[\s\S]*\nage_third: [\s\S]*\nincome: /);
    expect(parse(text)).toEqual({
      age_third: {by: "customer.age", quantiles: 3, up_to: [30, 50]},
      income: {by: "customer.income", quantiles: 2, up_to: [61234.5]}
    });
  });

  it("keeps what stood there", () => {
    const before = `# mine\n${THIRD}`;
    expect(frozenText(before, cuts.slice(0, 1))).toBe(
      `${before}income: { by: customer.income, quantiles: 2, up_to: [ 61234.5 ] }\n`
    );
  });

  it("is read again as it was written", () => {
    const {config} = readEdited({"frozen.yaml": frozenText(undefined, cuts.slice(1))});
    expect(config!.segments.segmentations.find(({name}) => name === "age_third")).toMatchObject({
      quantiles: {frozen: [30, 50]}
    });
  });
});
