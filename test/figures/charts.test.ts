import {join} from "node:path";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import type {ChartMark} from "../../src/charts/chartMark.ts";
import type {ChartSize} from "../../src/charts/chartSize.ts";
import {narrow, panel, wide} from "../../src/charts/chartSize.ts";
import {columns} from "../../src/charts/columns.ts";
import type {Drawing} from "../../src/charts/drawSvg.ts";
import {heatmap} from "../../src/charts/heatmap.ts";
import {indexBars} from "../../src/charts/indexBars.ts";
import {pairedDots} from "../../src/charts/pairedDots.ts";
import {rankedBars} from "../../src/charts/rankedBars.ts";
import {directNames, stackedBars} from "../../src/charts/stackedBars.ts";
import {expectGolden} from "../golden.ts";

function mark(name: string, value: number, more: Partial<ChartMark> = {}): ChartMark {
  return {
    name,
    short: name.slice(0, 3),
    value,
    label: Number.isNaN(value) ? "too few" : String(value),
    tip: `${name}: ${value}`,
    fill: "var(--mark)",
    on: "var(--paper)",
    hidden: false,
    labelled: false,
    ...more
  };
}

const drawing = (id: string, size: ChartSize): Drawing => ({id, size, alt: "Milk leads."});
const few = [
  mark("milk", 12, {fill: "var(--accent)", labelled: true, base: 9}),
  mark("bread & butter", 7, {base: 8}),
  mark("beer", Number.NaN, {hidden: true})
];
const shares = [
  mark("New", 0.5),
  mark("Regular", 0.3, {fill: "var(--ramp-4)"}),
  mark("Loyal", Number.NaN, {hidden: true})
];
const indices = [
  mark("pets", 410, {label: "410"}),
  mark("milk", 98),
  mark("beer", 0),
  mark("wine", Number.NaN, {hidden: true})
];
const week = ["Monday", "Tuesday"].map((name) => ({
  name,
  short: name.slice(0, 3),
  marks: Array.from({length: 24}, (_, hour) =>
    mark(`${name} ${hour}`, hour, {
      short: String(hour),
      fill: `var(--heat-${1 + (hour % 7)})`,
      hidden: hour === 3
    })
  )
}));

const drawn: readonly [string, string][] = [
  ["ranked-bars", rankedBars(few, drawing("a", wide))],
  ["columns", columns(few, {...drawing("b", narrow), tick: String})],
  ["heatmap", heatmap(week.slice(0, 1), drawing("c", narrow))],
  ["stacked-bars", stackedBars([{name: "Share of customers", marks: shares}], drawing("d", wide))],
  ["index-bars", indexBars(indices, drawing("e", wide))],
  ["paired-dots", pairedDots(few, drawing("f", narrow))]
];

describe("charts", () => {
  it.each(drawn)("%s are drawn as they were looked at", (name, svg) => {
    expectGolden(`${svg.replaceAll("><", ">\n<")}\n`, join(import.meta.dirname, "golden", `${name}.svg`));
  });

  it.each(drawn)("%s carry no style, no script and no colour of their own", (_, svg) => {
    expect(svg).not.toMatch(/<style|style=|<script|class="plot/);
    expect(svg).not.toMatch(/(fill|stroke)="(#|rgb|black|white|steelblue)/);
    expect(svg).toMatch(
      /^<svg class="chart-svg" viewBox="0 0 \d+ \d+" width="\d+" height="\d+" role="img" aria-label="Milk leads."/
    );
  });

  it.each(drawn)("%s tell every value to hover, touch and keys", (_, svg) => {
    const {document} = parseHTML(`<body>${svg}</body>`);
    expect(document.querySelectorAll("[data-tip]").length).toBeGreaterThanOrEqual(3);
  });

  it("draw no text under 11 pixels on a phone of 320 px with 16 px margins", () => {
    for (const {width, font} of [narrow]) expect((font * (320 - 32)) / width).toBeGreaterThanOrEqual(11);
    expect((wide.font * 544) / wide.width).toBeGreaterThanOrEqual(11);
    expect((panel.font * 208) / panel.width).toBeGreaterThanOrEqual(10.8);
  });
});

describe("hostile input", () => {
  const long = mark(`Grandma’s <i>very</i> $${"{long}"} {{ name }} `.repeat(8), 3);
  const cases: readonly [string, readonly ChartMark[]][] = [
    ["nothing", []],
    ["one mark", [mark("one", 1)]],
    ["all zero", [mark("a", 0), mark("b", 0)]],
    ["all hidden", [mark("a", Number.NaN, {hidden: true})]],
    ["ties and the same name twice", [mark("a", 1), mark("a", 1)]],
    ["a very long name", [long, mark("b", 1)]],
    ["thirty marks", Array.from({length: 30}, (_, at) => mark(`mark ${at}`, at))],
    ["huge and tiny", [mark("a", 1e12), mark("b", 1e-12)]]
  ];
  const charts: Record<string, (marks: readonly ChartMark[]) => string> = {
    rankedBars: (marks) => rankedBars(marks, drawing("h", narrow)),
    columns: (marks) => columns(marks, {...drawing("h", panel), tick: String}),
    heatmap: (marks) => heatmap([{name: "row", short: "row", marks}], drawing("h", wide)),
    stackedBars: (marks) => stackedBars([{name: "row", marks}], drawing("h", wide)),
    indexBars: (marks) => indexBars(marks, drawing("h", wide)),
    pairedDots: (marks) => pairedDots(marks, drawing("h", wide))
  };
  for (const [name, chart] of Object.entries(charts)) {
    it.each(cases)(`${name} of %s holds no NaN and no element of a label`, (_, marks) => {
      const svg = chart(marks);
      expect(svg.replace(/data-tip="[^"]*"/g, "")).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg).not.toMatch(/<i>|\$\{|\{\{/);
    });
  }
});

describe("stackedBars", () => {
  it("names parts directly where every name fits, and else wants a key", () => {
    const rows = (first: number) => [{name: "", marks: [mark("Regular", first), mark("Loyal", 1 - first)]}];
    expect(directNames(rows(0.5), drawing("k", wide))).toBe(true);
    expect(directNames(rows(0.02), drawing("k", wide))).toBe(false);
  });
});
