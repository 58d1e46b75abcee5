import type {Segmentation, Segments, Test, When} from "../../data-loaders/config/segments.ts";
import {segmentationNamed} from "../figures/figureContext.ts";

/** What the words of rules are written from. */
export interface RuleContext {
  readonly segments: Segments;
  readonly currency: string;
}

/** The rule of each segment in words, in order of code: exactly what decides, so that Methods cannot drift from it. */
export function ruleWords(segmentation: Segmentation, context: RuleContext): readonly string[] {
  const words = wordsByKind(segmentation, context);
  return segmentation.segments.map(({label}) => words.get(label) ?? restWords(segmentation, label));
}

function wordsByKind(segmentation: Segmentation, context: RuleContext): ReadonlyMap<string, string> {
  switch (segmentation.kind) {
    case "bins":
      return new Map(binWords(segmentation, context));
    case "map":
      return new Map(
        segmentation.map.map(({label, values}) => [
          label,
          `${subjectWords(segmentation.by, context)}: ${values.join(", ")}`
        ])
      );
    case "rules":
      return new Map(segmentation.rules.map(({label, when}) => [label, whenWords(when, context)]));
    case "cross":
      return new Map();
  }
}

type Bins = Extract<Segmentation, {kind: "bins"}>;

/** Each bin begins where the one before it ends. */
function binWords({by, bins}: Bins, context: RuleContext): readonly [string, string][] {
  const write = valueWriter(by, context);
  const subject = subjectWords(by, context);
  return bins.map((bin, at) => {
    const before = bins[at - 1];
    const from =
      before === undefined
        ? ""
        : before.up_to !== undefined
          ? `above ${write(before.up_to)}`
          : `from ${write(before.below!)}`;
    const to =
      bin.up_to !== undefined
        ? `up to and with ${write(bin.up_to)}`
        : bin.below !== undefined
          ? `under ${write(bin.below)}`
          : "";
    return [bin.label, `${subject} ${[from, to].filter(Boolean).join(", ") || "of any value"}`];
  });
}

function whenWords(when: When, context: RuleContext): string {
  if ("subject" in when)
    return `${subjectWords(when.subject, context)} ${testWords(when.test, valueWriter(when.subject, context))}`;
  if ("not" in when) return `not: ${whenWords(when.not, context)}`;
  const parts = ("all" in when ? when.all : when.any).map((part) => whenWords(part, context));
  return parts.join("all" in when ? ", and " : ", or ");
}

function testWords(test: Test, write: (value: number) => string): string {
  const ends = [
    test.from === undefined ? "" : `from ${write(test.from)}`,
    test.above === undefined ? "" : `above ${write(test.above)}`,
    test.up_to === undefined
      ? ""
      : test.up_to === 0
        ? `of ${write(0)}`
        : `up to and with ${write(test.up_to)}`,
    test.below === undefined ? "" : `under ${write(test.below)}`,
    test.in === undefined ? "" : `is ${test.in.join(" or ")}`
  ];
  return ends.filter(Boolean).join(", ");
}

/** A fact by what it says, a column by its name, a segmentation by its title. */
function subjectWords(subject: string, {segments}: RuleContext): string {
  const fact = segments.facts.find(({name}) => name === subject);
  const other = segmentationNamed({segments}, subject);
  return (
    fact?.says ??
    other?.title ??
    subject
      .replace(/^customer\./, "")
      .replace(".", "’s ")
      .replaceAll("_", " ")
  );
}

/** Shares are written as percents, money with its currency. Money in rules stands in whole units, not in cents. */
function valueWriter(subject: string, {segments, currency}: RuleContext): (value: number) => string {
  const fact = segments.facts.find(({name}) => name === subject);
  const isMoney = fact?.unit === "money" || subject === "item.price";
  if (fact?.take === "share") return (value) => `${Number((100 * value).toFixed(4))}%`;
  return (value) => `${isMoney ? currency : ""}${value.toLocaleString("en-US")}`;
}

function restWords(segmentation: Segmentation, label: string): string {
  if (segmentation.kind === "cross") return label.split(" · ").join(" and ");
  if (segmentation.kind === "rules" && segmentation.else === label) return "no rule above holds";
  return "no value is known";
}
