import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "../../../publish/manifest/manifest.ts";
import type {AskedFigure} from "./auditedWorld.ts";

/** Dimensions and labels, such as `loyalty=New|day=Monday` in the order of names; empty for everyone. */
export type Cell = string;
export type Part = "customers" | "orders" | "items" | "spend";

/** What a reader of one or more versions knows for certain. */
export interface Told {
  /** By part and cell. */
  readonly known: ReadonlyMap<string, number>;
  /** Cells that say “too few”, and segments whose size is `few` or `covered`. */
  readonly hidden: readonly HiddenCell[];
  /** Every label that was seen of a dimension. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

export interface HiddenCell {
  readonly cell: Cell;
  readonly part: Part;
  readonly atMost?: number;
  readonly atLeast: number;
}

export const keyOf = (part: Part, cell: Cell): string => `${part} ${cell}`;

/** A cross's label is two. */
const CROSSES: Readonly<Record<string, readonly string[]>> = {age_by_region: ["age_group", "region"]};

export function cellOf(pairs: readonly (readonly [dimension: string, label: string])[]): Cell {
  const plain = pairs.flatMap(([dimension, label]) =>
    (CROSSES[dimension] ?? [dimension]).map(
      (name, at) => `${name}=${CROSSES[dimension] ? label.split(" · ")[at] : label}`
    )
  );
  return plain.sort().join("|");
}

export const pairsOf = (cell: Cell): [string, string][] =>
  cell === "" ? [] : cell.split("|").map((pair) => pair.split("=") as [string, string]);

const OF_PRODUCTS_OR_TIMES = ["department", "day", "hour"];

/** The customers' segments of a cell, and the rest. */
export function partsOf(cell: Cell): {readonly group: Cell; readonly split: Cell} {
  const pairs = pairsOf(cell);
  const isSplit = ([name]: readonly [string, string]): boolean => OF_PRODUCTS_OR_TIMES.includes(name);
  return {group: cellOf(pairs.filter((pair) => !isSplit(pair))), split: cellOf(pairs.filter(isSplit))};
}

/** What a number says: one part is a known multiple of another. A part that is counted is a multiple of 1. */
interface Multiple {
  readonly of: string;
  readonly times: number;
  readonly than?: string;
}

/** Reads the manifest and the CSVs of a version. */
export function toldBy(folder: string, figures: readonly AskedFigure[]): Told {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const facts: Multiple[] = [{of: keyOf("customers", ""), times: manifest.customers!}];
  const hidden: HiddenCell[] = [];
  const labels = new Map<string, string[]>();
  for (const {name, grain, segments} of manifest.segmentations) {
    if (grain !== "customer") continue;
    for (const {label, size} of segments) {
      const cell = cellOf([[name, label]]);
      for (const [dimension, one] of pairsOf(cell))
        labels.set(dimension, [...new Set([...(labels.get(dimension) ?? []), one])]);
      if (typeof size === "number") facts.push({of: keyOf("customers", cell), times: size});
      else if (size === "few")
        hidden.push({cell, part: "customers", atLeast: 1, atMost: manifest.customers_at_least - 1});
      else hidden.push({cell, part: "customers", atLeast: manifest.customers_at_least});
    }
  }
  for (const {figure, labels: told, value, n} of manifest.numbers) {
    const asked = figures.find(({id}) => id === figure);
    if (!asked) continue;
    const cell = cellOf(told.map((label, at) => [asked.by[at]!, label]));
    facts.push({of: keyOf("customers", cell), times: n}, ...multiplesOf(asked.measure, cell, value));
  }
  for (const {id, by, measure} of figures) {
    if (!existsSync(join(folder, "data", `${id}.csv`))) continue; // a figure of which nothing is shown has none
    const [head, ...rows] = readFileSync(join(folder, "data", `${id}.csv`), "utf8")
      .trim()
      .split(/\r?\n/);
    const columns = head!.split(",");
    for (const row of rows.map((line) => line.split(","))) {
      const at = (name: string): string => row[columns.indexOf(name)]!;
      for (const name of by)
        if (OF_PRODUCTS_OR_TIMES.includes(name))
          labels.set(name, [...new Set([...(labels.get(name) ?? []), at(name)])]);
      const cell = cellOf(by.map((name) => [name, at(name)]));
      const parts = new Set<Part>(["customers", partOf(measure)]);
      if (at("note") !== "")
        for (const part of parts) hidden.push({cell, part, atLeast: part === "spend" ? 0 : 1});
      else if (at("customers") === "0")
        for (const part of parts) facts.push({of: keyOf(part, cell), times: 0});
    }
  }
  return {known: closure(facts), hidden, labels};
}

function partOf(measure: string): Part {
  if (measure === "order_share" || measure === "orders_per_customer") return "orders";
  if (/^item|index/.test(measure)) return "items";
  return (["orders", "spend"] as const).find((part) => measure.startsWith(part)) ?? "customers";
}

function multiplesOf(measure: string, cell: Cell, value: number): Multiple[] {
  const {group, split} = partsOf(cell);
  const whole = split === "" ? "" : group;
  const key = (part: Part, of = cell): string => keyOf(part, of);
  switch (measure) {
    case "customers":
    case "orders":
    case "items":
    case "spend":
      return [{of: key(measure), times: value}];
    case "customer_share":
    case "order_share":
    case "item_share":
    case "spend_share": {
      const part = {customer: "customers", order: "orders", item: "items", spend: "spend"}[
        measure.split("_")[0]!
      ]!;
      return [{of: key(part as Part), times: value, than: key(part as Part, whole)}];
    }
    case "penetration":
      return [{of: key("customers"), times: value, than: key("customers", group)}];
    case "items_per_order":
      return [{of: key("items"), times: value, than: key("orders")}];
    case "orders_per_customer":
      return [{of: key("orders"), times: value, than: key("customers")}];
    case "spend_per_customer":
      return [{of: key("spend"), times: value, than: key("customers")}];
    case "index":
      return [{of: `share ${cell}`, times: value / 100, than: `share ${split}`}];
    default:
      throw new Error(`the auditor does not read ${measure}`);
  }
}

/** All that follows from facts and from each other by multiplying and dividing. */
function closure(facts: readonly Multiple[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const cells = new Set(
    facts.flatMap(({of, than}) => [of, than ?? of]).map((key) => key.replace(/^\w+ /, ""))
  );
  const shares = [...cells].map((cell) => ({
    share: `share ${cell}`,
    items: keyOf("items", cell),
    whole: keyOf("items", partsOf(cell).group)
  }));
  const put = (key: string, value: number | undefined): void => {
    if (value !== undefined && Number.isFinite(value) && !known.has(key)) known.set(key, value);
  };
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const {of, times, than} of facts) {
      const [one, other] = [known.get(of), than === undefined ? 1 : known.get(than)];
      if (other !== undefined) put(of, other * times);
      if (than !== undefined && one !== undefined && times !== 0) put(than, one / times);
    }
    for (const {share, items, whole} of shares) {
      const [part, all, rate] = [known.get(items), known.get(whole), known.get(share)];
      if (part !== undefined && all !== undefined) put(share, part / all);
      if (rate !== undefined && all !== undefined) put(items, rate * all);
      if (rate !== undefined && part !== undefined && rate > 0) put(whole, part / rate);
    }
  }
  return new Map([...known].filter(([key]) => !key.startsWith("share ")));
}
