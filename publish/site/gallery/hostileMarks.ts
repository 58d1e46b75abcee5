import type {ChartMark} from "../../../src/charts/chartMark.ts";

/** Marks that a chart must draw without cutting, overlapping or lying, by what is hostile about them. */
export const hostileMarks: Readonly<Record<string, readonly ChartMark[]>> = {
  "a usual day": marksOf(
    ["produce", "dairy eggs", "snacks", "beverages", "frozen", "alcohol"],
    [131, 118, 104, 97, 88, 56]
  ),
  "one category": marksOf(["everything"], [100]),
  "thirty categories": marksOf(
    Array.from({length: 30}, (_, at) => `department ${at + 1}`),
    Array.from({length: 30}, (_, at) => 30 + at * 7)
  ),
  "long labels": marksOf(
    [
      "Households of five and more with children under six who order late at night on a weekday",
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller und Söhne",
      "short"
    ],
    [140, 90, 60]
  ),
  zeros: marksOf(["none", "none either", "some"], [0, 0, 40]),
  missing: [
    ...marksOf(["known", "also known"], [120, 80]),
    {...markOf("hidden", Number.NaN), label: "too few", hidden: true},
    {...markOf("no value", Number.NaN), label: "–"}
  ],
  ties: marksOf(["a", "b", "c", "d"], [100, 100, 100, 100]),
  "right to left": marksOf(["ירקות ופירות", "منتجات الألبان", "חטיפים 24/7"], [130, 100, 70]),
  emoji: marksOf(["🥦 produce", "👩‍👩‍👧‍👦 families", "🍷🍺 alcohol", "🏳️‍🌈"], [130, 110, 70, 50]),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Framework's own syntax, as a name may hold it
  markup: marksOf(['<b>"bold"</b> & co', "${1 + 1} {{ x }}", "*a* [b](c)"], [130, 110, 70]),
  "huge and tiny": marksOf(["huge", "usual", "tiny"], [1e9, 100, 1e-6])
};

function marksOf(names: readonly string[], values: readonly number[]): readonly ChartMark[] {
  return names.map((name, at) => markOf(name, values[at]!));
}

function markOf(name: string, value: number): ChartMark {
  const label = value >= 1e6 ? value.toExponential(0) : String(Math.round(value));
  const isFar = Math.abs(value - 100) > 15;
  return {
    name,
    short: Array.from(name).slice(0, 3).join(""),
    value,
    label,
    tip: `${name}: ${value} (${(value * 0.85).toFixed(0)} to ${(value * 1.15).toFixed(0)})`,
    fill: isFar ? "var(--accent)" : "var(--mark)",
    on: "var(--paper)",
    hidden: false,
    base: 100,
    interval: {low: value * 0.85, high: value * 1.15},
    verdict: isFar ? "difference" : "no difference",
    labelled: value === 100
  };
}
