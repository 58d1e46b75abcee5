import {median} from "./median.ts";
import type {Measured} from "./measured.ts";
import type {Way} from "./options.ts";
import type {Rounds} from "./rounds.ts";

const NAMES: Readonly<Record<Way, string>> = {
  cold: "Cartograph, cold: raw CSV to every number",
  warm: "Cartograph, warm: one segmentation changed",
  scan: "DuckDB, bare typed scan of the files",
  duckdb: "DuckDB, the same aggregates in SQL",
  pandas: "pandas and NumPy, written well",
  notebook: "pandas, as notebooks do it"
};

/** A ratio of two ways within the same rounds, and what it is meant to be at most. */
const RATIOS: readonly {readonly of: Way; readonly to: Way; readonly goal?: number}[] = [
  {of: "cold", to: "scan", goal: 1.5},
  {of: "cold", to: "duckdb"},
  {of: "cold", to: "pandas"},
  {of: "cold", to: "notebook"},
  {of: "warm", to: "scan", goal: 0.2}
];

const PEAK_GOAL_MB = 600;

/** Medians, time per step, peak memory and ratios of one scale. */
export function results(found: Rounds): string {
  return [
    ...[...found].map(([way, runs]) => wayLine(way, runs)),
    "",
    ...[...found].flatMap(([way, runs]) => [`  ${NAMES[way]}`, ...stepLines(runs)]),
    "",
    ...RATIOS.flatMap((ratio) => ratioLine(ratio, found)),
    ...peakLine(found)
  ].join("\n");
}

export function medianTime(runs: readonly Measured[]): number {
  return median(runs.map(({total_ms}) => total_ms));
}

function wayLine(way: Way, runs: readonly Measured[]): string {
  const peak = median(runs.map(({peak_mb}) => peak_mb));
  return `  ${NAMES[way].padEnd(46)} ${seconds(medianTime(runs))}  ${peak.toFixed(0).padStart(6)} MB`;
}

function stepLines(runs: readonly Measured[]): string[] {
  return runs[0]!.steps.map(([name, , peak], at) => {
    const time = seconds(median(runs.map(({steps}) => steps[at]?.[1] ?? 0)));
    const memory =
      peak === undefined ? "" : `  ${median(runs.map(({steps}) => steps[at]?.[2] ?? 0)).toFixed(0)} MB`;
    return `    ${name.padEnd(44)} ${time}${memory}`;
  });
}

/** The median of the rounds' ratios: both sides of each were measured at about the same time. */
function ratioLine({of, to, goal}: (typeof RATIOS)[number], found: Rounds): string[] {
  const [above, below] = [found.get(of), found.get(to)];
  if (!above?.length || !below?.length) return [];
  const ratio = median(above.map(({total_ms}, run) => total_ms / below[run]!.total_ms));
  return [
    `  ${of} / ${to}`.padEnd(48) +
      ratio.toFixed(ratio < 0.1 ? 3 : 2).padStart(8) +
      (goal === undefined ? "" : `  goal at most ${goal}`)
  ];
}

function peakLine(found: Rounds): string[] {
  const runs = found.get("cold");
  if (!runs?.length) return [];
  const peak = Math.max(...runs.map(({peak_mb}) => peak_mb));
  return [
    `${"  peak memory of cold, MB".padEnd(48) + peak.toFixed(0).padStart(8)}  goal at most ${PEAK_GOAL_MB}`
  ];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2).padStart(8)} s`;
