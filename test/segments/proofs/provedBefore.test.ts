import {expect, it} from "vitest";
import {readConfig} from "../../../data-loaders/config/readConfig.ts";
import type {Segmentation, Segments} from "../../../data-loaders/config/segments.ts";
import type {Sources} from "../../../data-loaders/config/sources.ts";
import {segmentFindings} from "../../../data-loaders/segments/proofs/proveSegments.ts";

const {segments, sources} = readConfig("config");

const about = (changed: Segments, read: Sources = sources): string[] =>
  segmentFindings(changed, read).map(({kind, path}) => `${kind}: ${path[1]}`);

function withSegmentation(name: string, change: (one: Segmentation) => Segmentation): Segments {
  const segmentations = segments.segmentations.map((one) => (one.name === name ? change(one) : one));
  return {...segments, segmentations};
}

/** Nobody is new. */
const turned = withSegmentation("loyalty", (one) => {
  if (one.kind !== "bins") throw new Error("loyalty has no bins");
  return {...one, bins: one.bins.map((bin, at) => (at === 0 ? {...bin, up_to: -1} : bin))};
});

it("finds the same again, and anew what a change of the rule, of a fact or of the sources makes wrong", () => {
  const before = about(segments);
  expect(about(segments)).toEqual(before);

  const ages: Sources = structuredClone(sources);
  const customers = ages.tables.customers.columns.map((column) =>
    column.name === "age" ? {...column, up_to: 30} : column
  );
  const young = {
    ...ages,
    tables: {...ages.tables, customers: {...ages.tables.customers, columns: customers}}
  };
  expect(before).not.toContain("empty bin: age_group");
  expect(about(segments, young)).toContain("empty bin: age_group");

  const facts = segments.facts.map((fact) =>
    fact.name === "orders_placed" ? {...fact, range: {from: 0, up_to: 5}} : fact
  );
  expect(before).not.toContain("empty bin: loyalty");
  expect(about({...segments, facts})).toContain("empty bin: loyalty");

  expect(about(turned)).toContain("empty bin: loyalty");
  expect(about(segments)).toEqual(before);
});

it("proves anew what uses a segmentation that has changed", () => {
  const newcomers: Segmentation = {
    name: "newcomers",
    title: "Newcomers",
    grain: "customer",
    segments: [{label: "Yes"}, {label: "No"}],
    kind: "rules",
    match: "first",
    rules: [{label: "Yes", when: {subject: "loyalty", test: {in: ["New"]}}}],
    else: "No"
  };
  const found = (of: Segments): string[] =>
    about({...of, segmentations: [...of.segmentations, newcomers]}).filter((one) =>
      one.endsWith("newcomers")
    );
  expect(found(segments)).toEqual([]);
  expect(found(turned)).not.toEqual([]);
  expect(found(segments)).toEqual([]);
});
