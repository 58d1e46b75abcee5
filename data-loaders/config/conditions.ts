import type {Test, When} from "./segments.ts";
import type {WrittenBound, WrittenCondition, WrittenTest} from "./shapes/condition.ts";

/** `{department: "babies"}` → `{subject: "item.department", test: {in: ["babies"]}}`; several entries all hold. */
export function exactCondition(
  written: WrittenCondition,
  subject: (word: string) => string = (word) => word
): When {
  const parts = Object.entries(written).map(([word, test]) => ({
    subject: subject(word),
    test: exactTest(test)
  }));
  return parts.length === 1 ? parts[0]! : {all: parts};
}

function exactTest(written: WrittenTest): Test {
  if (typeof written !== "object") return {in: [written]};
  if (Array.isArray(written)) return {in: written};
  const {from, above, up_to, below, in: values} = written;
  return {
    ...(from !== undefined && {from: boundNumber(from)}),
    ...(above !== undefined && {above: boundNumber(above)}),
    ...(up_to !== undefined && {up_to: boundNumber(up_to)}),
    ...(below !== undefined && {below: boundNumber(below)}),
    ...(values !== undefined && {in: values})
  };
}

/** 0.02 for `2%` */
export function boundNumber(bound: WrittenBound): number {
  return typeof bound === "number" ? bound : percentNumber(bound);
}

/** The number nearest to the share that is written: `1.1%` is 0.011, which 1.1 / 100 is not. */
export function percentNumber(percent: string): number {
  return Number(`${percent.replace("%", "").trim()}e-2`);
}
