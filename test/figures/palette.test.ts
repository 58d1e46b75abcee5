import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

type Rgb = readonly [number, number, number];

const css = readFileSync(new URL("../../src/theme/tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

/** Custom properties of one ground; dark ones stand on the light ones. */
function tokens(...sheets: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    sheets.flatMap((sheet) =>
      [...sheet.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()])
    )
  );
}

const grounds = {light: tokens(lightCss), dark: tokens(lightCss, darkCss)};

function colourOf(ground: ReadonlyMap<string, string>, name: string): Rgb {
  const value = ground.get(name) ?? "";
  const other = /^var\(--([\w-]+)\)$/.exec(value);
  if (other) return colourOf(ground, other[1]!);
  const [, r, g, b] = /^#(..)(..)(..)$/.exec(value) ?? [];
  return [r, g, b].map((part) => linear(Number.parseInt(part!, 16) / 255)) as unknown as Rgb;
}

/** Linear light of an sRGB value from 0 to 1 (IEC 61966-2-1). */
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Contrast as WCAG 2 defines it. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [a, b]
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue)
    .sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Linear RGB as seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const sights: Record<string, readonly Rgb[]> = {
  "full colour": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

const dot = (row: Rgb, [r, g, b]: Rgb) => row[0] * r + row[1] * g + row[2] * b;
const within = (value: number) => Math.min(1, Math.max(0, value));

/** Oklab of linear RGB (Ottosson 2020); distances in it are about as large as they look. */
function oklab(rgb: Rgb): Rgb {
  const cones = (
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005]
    ] as const
  ).map((row) => Math.cbrt(dot(row, rgb))) as unknown as Rgb;
  return (
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766]
    ] as const
  ).map((row) => dot(row, cones)) as unknown as Rgb;
}

const series = [
  "series-1",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
  "series-6",
  "series-7",
  "series-none"
];
const ramp = ["ramp-1", "ramp-2", "ramp-3", "ramp-4", "ramp-5", "ramp-6"];

describe.each(Object.entries(grounds))("the palette on the %s ground", (_, ground) => {
  const at = (name: string) => colourOf(ground, name);
  it.each([...series, ...ramp, "accent", "mark", "under", "base-mark"])("%s stands out at 3:1", (name) => {
    expect(contrast(at(name), at("paper"))).toBeGreaterThanOrEqual(3);
  });

  it.each(["ink", "ink-soft", "link"])("text in %s reads at 4.5:1 on paper and surface", (name) => {
    expect(contrast(at(name), at("paper"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at(name), at("surface"))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...ground.keys()].filter((name) => name.startsWith("on-")))(
    "text in %s reads at 4.5:1 on its colour",
    (name) => {
      expect(contrast(at(name), at(name.slice(3)))).toBeGreaterThanOrEqual(4.5);
    }
  );

  it.each(Object.entries(sights))("segments stay apart in %s", (_, sight) => {
    const seen = series.map((name) =>
      oklab(sight.map((row) => within(dot(row, at(name)))) as unknown as Rgb)
    );
    const distances = seen.flatMap((a, i) =>
      seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]))
    );
    expect(Math.min(...distances)).toBeGreaterThan(0.09);
  });
});
