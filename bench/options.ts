import {parseArgs} from "node:util";
import {UserError} from "../data-loaders/config/problem.ts";
import {SCALES} from "./scales.ts";
import type {Scale} from "./scales.ts";

export interface BenchOptions {
  readonly scales: readonly Scale[];
  readonly runs: number;
  /** A folder of CSVs in the place of generated ones. */
  readonly data?: string;
  readonly ways: readonly Way[];
}

export const WAYS = ["cold", "warm", "scan", "duckdb", "pandas", "notebook"] as const;

export type Way = (typeof WAYS)[number];

/** `--scale full,tenth --runs 5 --ways cold,scan --data DIR`. @throws UserError for words that are none of these */
export function benchOptions(args: readonly string[]): BenchOptions {
  const {scale, runs, ways, data} = parsed(args);
  return {
    scales: oneOf("--scale", (scale ?? "hundredth,tenth,full").split(","), Object.keys(SCALES) as Scale[]),
    ways: oneOf("--ways", (ways ?? WAYS.join(",")).split(","), WAYS),
    runs: whole("--runs", runs ?? "5"),
    ...(data !== undefined && {data})
  };
}

function parsed(args: readonly string[]) {
  const text = {type: "string"} as const;
  try {
    return parseArgs({args: [...args], options: {scale: text, runs: text, ways: text, data: text}}).values;
  } catch (error) {
    throw new UserError({file: "npm run bench", message: (error as Error).message});
  }
}

function oneOf<T extends string>(option: string, words: readonly string[], allowed: readonly T[]): T[] {
  const wrong = words.find((word) => !(allowed as readonly string[]).includes(word));
  if (wrong === undefined) return words as T[];
  throw new UserError({file: option, message: `"${wrong}" is none of ${allowed.join(", ")}`});
}

function whole(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value;
  throw new UserError({file: option, message: `"${text}" is no whole number from 1 to 100`});
}
