import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {galleryForms} from "../../publish/site/gallery/galleryForms.ts";
import {hostileMarks} from "../../publish/site/gallery/hostileMarks.ts";
import type {ChartMark} from "../../src/charts/chartMark.ts";
import type {ChartSize} from "../../src/charts/chartSize.ts";
import {narrow, panel, wide} from "../../src/charts/chartSize.ts";
import {columns} from "../../src/charts/columns.ts";
import type {Drawing} from "../../src/charts/drawSvg.ts";
import {heatmap} from "../../src/charts/heatmap.ts";
import {indexBars} from "../../src/charts/indexBars.ts";
import {intervalDots} from "../../src/charts/intervalDots.ts";
import {pairedDots} from "../../src/charts/pairedDots.ts";
import {rankedBars} from "../../src/charts/rankedBars.ts";
import {scaleTicks} from "../../src/charts/scaleTicks.ts";
import {directNames, stackedBars} from "../../src/charts/stackedBars.ts";
import {triangleMatrix} from "../../src/charts/triangleMatrix.ts";
import {verdictMark} from "../../src/charts/verdictMark.ts";
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

const usual = hostileMarks["a usual day"]!;
const newForms = [
  "intervalDots",
  "triangleMatrix",
  "weekSchedule",
  "histogram",
  "decompositionBars",
  "concentrationCurve"
];
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const drawn: readonly [string, string][] = [
  ["ranked-bars", rankedBars(few, drawing("a", wide))],
  ["columns", columns(few, {...drawing("b", narrow), tick: String})],
  ["heatmap", heatmap(week.slice(0, 1), drawing("c", narrow))],
  ["stacked-bars", stackedBars([{name: "Share of customers", marks: shares}], drawing("d", wide))],
  ["index-bars", indexBars(indices, drawing("e", wide))],
  ["paired-dots", pairedDots(few, drawing("f", narrow))],
  ...newForms.map((form): [string, string] => [kebab(form), galleryForms[form]!(usual, drawing(form, wide))])
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
  const cases = Object.entries({...hostileMarks, nothing: []});
  for (const [form, draw] of Object.entries(galleryForms)) {
    it.each(cases)(`${form} of %s holds no NaN and no element of a label, in every size`, (_, marks) => {
      for (const size of [wide, narrow, panel]) {
        const svg = draw(marks, drawing("h", size));
        expect(svg.replace(/data-tip="[^"]*"/g, "")).not.toMatch(/NaN|Infinity|undefined/);
        expect(svg).not.toMatch(/<b>|\$\{|\{\{/);
      }
    });
  }

  it("is shown of every chart form that there is", () => {
    const forms = readdirSync(join(import.meta.dirname, "../../src/charts"))
      .map((file) => file.replace(".ts", ""))
      .filter((name) =>
        readFileSync(join(import.meta.dirname, `../../src/charts/${name}.ts`), "utf8").includes(
          `return drawSvg(`
        )
      );
    expect(Object.keys(galleryForms).sort()).toEqual(forms.sort());
  });
});

describe("intervals", () => {
  const ends = (svg: string) =>
    [...svg.matchAll(/<path d="M([\d.]+),[\d.]+L([\d.]+)/g)].map(([, a, b]) => [Number(a), Number(b)]);

  it("reach from low to high on the scale of the bars", () => {
    const marks = [mark("a", 50, {interval: {low: 25, high: 100}})];
    const svg = rankedBars(marks, drawing("i", wide));
    const bar = Number(/<rect fill="var\(--mark\)"[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
    const [low, high] = ends(svg)[0]!;
    expect((high! - low!) / bar).toBeCloseTo(75 / 50, 2);
  });

  it("are cut at the end of a shared scale, and not drawn for hidden or unknown values", () => {
    const interval = {low: 50, high: 900};
    expect(
      ends(rankedBars([mark("a", 100, {interval})], {...drawing("i", wide), most: 200}))[0]![1]
    ).toBeLessThanOrEqual(680);
    const unknown = [
      mark("a", Number.NaN, {hidden: true, interval}),
      mark("b", 3, {interval: {low: Number.NaN, high: 4}})
    ];
    for (const draw of [rankedBars, indexBars])
      expect(ends(draw(unknown, drawing("i", wide))).filter(([a, b]) => a !== b)).toHaveLength(0);
  });

  it("make room for the label beyond them", () => {
    const at = (interval: ChartMark["interval"]) =>
      Number(
        /translate\(([\d.]+),[\d.]+\)" y="0.32em">98</.exec(
          indexBars([mark("a", 98, {...(interval && {interval})})], drawing("i", wide))
        )?.[1]
      );
    expect(at({low: 80, high: 120})).toBeLessThan(at(undefined));
  });
});

describe("intervalDots", () => {
  const options = {...drawing("o", wide), reference: 100, scale: "log", tick: String} as const;

  it("fill the dot of a difference only", () => {
    const of = (verdict: ChartMark["verdict"]) =>
      intervalDots([mark("a", 120, {fill: "var(--accent)", ...(verdict && {verdict})})], options);
    expect(of("difference")).toMatch(/<circle[^>]*fill="var\(--accent\)"/);
    for (const verdict of ["no difference", "can't tell"] as const)
      expect(of(verdict)).not.toMatch(/<circle[^>]*fill="var\(--accent\)"/);
  });

  it("write a word at every tick", () => {
    const svg = intervalDots([mark("a", 60, {interval: {low: 50, high: 180}})], options);
    expect(svg).not.toMatch(/<text[^>]*\/>/);
  });
});

describe("triangleMatrix", () => {
  it("puts each pair once, at the row of the later and the column of the earlier name", () => {
    const pair = (a: number, b: number) => ({...mark("p", 1), label: `${a}${b}`, pair: [a, b] as const});
    const names = ["a", "b", "c"];
    const draw = (pairs: readonly ReturnType<typeof pair>[]) =>
      triangleMatrix(names, pairs, drawing("t", wide)).replace(/<text.*?<\/text>/g, "");
    expect(draw([pair(0, 2)])).toBe(draw([pair(2, 0)]));
  });
});

describe("scaleTicks", () => {
  it.each([
    [[0, 10], "linear", 5, [0, 2, 4, 6, 8, 10]],
    [[80, 130], "log", 4, [80, 100, 120]],
    [[6, 1600], "log", 8, [10, 20, 50, 100, 200, 500, 1000]],
    [[6, 1600], "log", 3, [10, 100, 1000]],
    [[5, 5], "linear", 4, [5]]
  ] as const)("of %j on a %s scale, at most about %i, are %j", ([least, most], scale, count, ticks) => {
    expect(scaleTicks([least, most], scale, count)).toEqual(ticks);
  });
});

describe("verdictMark", () => {
  it("says the verdict in words beside its mark", () => {
    expect(verdictMark("can't tell").replace(/<[^>]*>/g, "")).toBe("can’t tell");
    expect(verdictMark("no difference")).toContain('aria-hidden="true"');
  });
});

describe("stackedBars", () => {
  it("names parts directly where every name fits, and else wants a key", () => {
    const rows = (first: number) => [{name: "", marks: [mark("Regular", first), mark("Loyal", 1 - first)]}];
    expect(directNames(rows(0.5), drawing("k", wide))).toBe(true);
    expect(directNames(rows(0.02), drawing("k", wide))).toBe(false);
  });
});
