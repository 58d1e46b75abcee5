import type {Verdict} from "./verdict.ts";

/** Verdicts as they are printed. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  difference: "difference",
  "no difference": "no difference worth acting on",
  "can't tell": "can't tell"
};
