import type {Segmentation, Segments, Test, When} from "../../data-loaders/config/segments.ts";
import {weekdaysFrom} from "../../data-loaders/config/columns.ts";
import {TOGETHER} from "../../data-loaders/config/segmentations/combinations.ts";
import {segmentationNamed} from "../figures/figureContext.ts";

/** What the words of rules are written from. */
export interface RuleContext {
  readonly segments: Segments;
  readonly currency: string;
  /** The weekday of the data's day 0. */
  readonly dayZero?: string;
}

/** The rule of each segment in words, in order of code: exactly what decides, so that Methods cannot drift from it. */
export function ruleWords(segmentation: Segmentation, context: RuleContext): readonly string[] {
  const words = wordsByKind(segmentation, context);
  return segmentation.segments.map(({label}) => words.get(label) ?? restWords(segmentation, label));
}

function wordsByKind(segmentation: Segmentation, context: RuleContext): ReadonlyMap<string, string> {
  switch (segmentation.kind) {
    case "bins":
      return new Map(
        isUncut(segmentation) ? quantileWords(segmentation, context) : binWords(segmentation, context)
      );
    case "map":
      return new Map(
        segmentation.map.map(({label, values}) => [
          label,
          `${subjectWords(segmentation.by, context)}: ${values.map(valueWriter(segmentation.by, context)).join(", ")}`
        ])
      );
    case "rules":
      return new Map(
        segmentation.rules.map(({label, when}) => [
          label,
          `${whenWords(when, context)}${segmentation.match === "all" ? ", and no other rule holds" : ""}`
        ])
      );
    case "cross":
      return new Map();
  }
}

type Bins = Extract<Segmentation, {kind: "bins"}>;

/** Quantiles whose cut points are not known yet. */
const isUncut = ({quantiles, bins}: Bins): boolean => quantiles !== undefined && bins[0]?.up_to === undefined;

function quantileWords({by, bins}: Bins, context: RuleContext): readonly [string, string][] {
  const subject = subjectWords(by, context);
  return bins.map(({label}, at) => [
    label,
    `${subject}: part ${at + 1} of ${bins.length} of about the same size, from the lowest`
  ]);
}

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

/** A condition inside another one stands in brackets where it joins by the other word. */
function whenWords(when: When, context: RuleContext, isInside = false): string {
  if ("subject" in when)
    return `${subjectWords(when.subject, context)} ${testWords(when.test, valueWriter(when.subject, context))}`;
  if ("not" in when) return notWords(when.not, context);
  const parts = ("all" in when ? when.all : when.any).map((part) => whenWords(part, context, true));
  const words = parts.join("all" in when ? ", and " : ", or ");
  return isInside && parts.length > 1 ? `(${words})` : words;
}

function notWords(when: When, context: RuleContext): string {
  if ("not" in when) return whenWords(when.not, context);
  if (!("subject" in when)) return `not (${whenWords(when, context)})`;
  const {subject, test} = when;
  const write = valueWriter(subject, context);
  const words =
    test.missing === undefined ? `not ${testWords(test, write)}` : testWords({missing: !test.missing}, write);
  return `${subjectWords(subject, context)} ${words.replace(/^not is /, "is not ")}`;
}

type WriteValue = (value: number | string) => string;

function testWords(test: Test, write: WriteValue): string {
  if (test.missing !== undefined) return test.missing ? "is not known" : "is known";
  const ends = [
    test.from === undefined ? "" : `from ${write(test.from)}`,
    test.above === undefined ? "" : `above ${write(test.above)}`,
    test.up_to === undefined
      ? ""
      : test.up_to === 0 && test.from === undefined
        ? `of ${write(0)}`
        : `up to and with ${write(test.up_to)}`,
    test.below === undefined ? "" : `under ${write(test.below)}`,
    test.in === undefined ? "" : `is ${test.in.map(write).join(" or ")}`
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

const MONEY = ["item.price", "order.spend"];

/** Shares are written as percents, money with its currency, days by name. Money in rules stands in whole units. */
function valueWriter(subject: string, {segments, currency, dayZero}: RuleContext): WriteValue {
  const fact = segments.facts.find(({name}) => name === subject);
  const isMoney = fact?.unit === "money" || MONEY.includes(subject);
  const days = subject === "order.day" ? weekdaysFrom(dayZero) : undefined;
  return (value) => {
    if (typeof value === "string") return value;
    if (fact?.take === "share") return `${Number((100 * value).toFixed(4))}%`;
    return days?.[value] ?? `${isMoney ? currency : ""}${value.toLocaleString("en-US")}`;
  };
}

function restWords(segmentation: Segmentation, label: string): string {
  if (segmentation.kind === "cross") return label.split(" · ").join(" and ");
  if (segmentation.kind === "rules" && segmentation.else === label)
    return segmentation.match === "first" ? "no rule above holds" : "no rule holds";
  if (segmentation.kind === "rules") return `at the same time ${label.split(TOGETHER).join(" and ")}`;
  return "no value is known";
}
