import {describe, expect, it} from "vitest";
import {checkJson, problemsJson} from "../../publish/check/checkJson.ts";
import type {CheckResult} from "../../publish/check/checkResult.ts";
import {checkText} from "../../publish/check/checkText.ts";

const result: CheckResult = {
  flow: {
    tables: [
      {
        table: "orders",
        file: "orders.csv",
        rows_in: 1200,
        rows_used: 1000,
        set_aside: [
          {
            reason: "not in use by rule",
            because: "only prior orders",
            rows: 200,
            kind: "rule",
            lines: [3, 9, 11, 12]
          }
        ]
      }
    ],
    values: []
  },
  segmentations: [
    {
      name: "loyalty",
      title: "Loyalty",
      grain: "customer",
      rows: 1000,
      segments: [
        {label: "New", count: 993, share: 0.993, flags: []},
        {label: "Loyal", count: 7, share: 0.007, flags: ["hidden"]},
        {label: "Unknown", count: 0, share: 0, flags: ["empty"]}
      ]
    },
    {
      name: "hours",
      title: "Time of day",
      grain: "order",
      rows: 20_000,
      segments: [
        {
          label: "A label that is far too long for half of the width of a terminal",
          count: 4,
          share: 0.0002,
          flags: []
        }
      ]
    },
    {
      name: "both",
      title: "Both",
      grain: "customer",
      rows: 1000,
      cross: [
        ["New", "Loyal"],
        ["East", "West"]
      ],
      segments: [
        {label: "New · East", count: 993, share: 0.993, flags: []},
        {label: "New · West", count: 0, share: 0, flags: ["empty"]},
        {label: "Loyal · East", count: 0, share: 0, flags: ["empty"]},
        {label: "Loyal · West", count: 7, share: 0.007, flags: ["hidden"]}
      ]
    }
  ],
  unavailable: [{name: "price_range", because: "this data has no prices"}],
  warnings: [
    {
      file: "config/segments.yaml",
      line: 4,
      column: 7,
      width: 3,
      path: "segmentations.loyalty",
      message: "is odd"
    }
  ]
};

describe("the text of check", () => {
  it("shows each segmentation with sizes, shares and flags, in two columns", () => {
    expect(checkText(result).split("\n")).toEqual([
      "orders.csv: 1,200 rows in, 1,000 used",
      "  200 set aside: not in use by rule (only prior orders); first lines 3, 9, 11",
      "",
      "Loyalty, 1,000 customers                            Time of day (hours), 20,000 orders",
      "  New           993  99.3 %                           A label that is far…         4 < 0.1 %",
      "  Loyal           7   0.7 %  hidden",
      "  Unknown         0   0.0 %  empty",
      "",
      "Both, 1,000 customers",
      "               East        West",
      "  New           993           –",
      "  Loyal           –   hidden: 7",
      "",
      "price_range: not in this report; this data has no prices",
      "One warning (it stops nothing):",
      "  config/segments.yaml:4:7 segmentations.loyalty: is odd"
    ]);
  });

  it("stands in one column on a narrow terminal", () => {
    expect(
      Math.max(
        ...checkText(result, 60)
          .split("\n")
          .slice(3, -3)
          .map((line) => line.length)
      )
    ).toBeLessThanOrEqual(60);
  });

  it("says where nothing is odd", () => {
    expect(checkText({...result, warnings: []})).toMatch(/Nothing odd about the segmentations\.$/);
  });
});

describe("the JSON of check", () => {
  it("holds flow, sizes and warnings", () => {
    const {flow, segmentations, warnings} = JSON.parse(checkJson(result)) as CheckResult;
    expect(flow).toEqual(result.flow);
    expect(segmentations).toEqual(result.segmentations);
    expect(warnings).toEqual([
      {file: "config/segments.yaml", line: 4, column: 7, path: "segmentations.loyalty", message: "is odd"}
    ]);
  });

  it("is the list of problems where a build would stop", () => {
    expect(JSON.parse(problemsJson([{file: "config/report.yaml", message: "is not there"}]))).toEqual([
      {file: "config/report.yaml", message: "is not there"}
    ]);
  });
});
