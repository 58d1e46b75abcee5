import type {Verdict} from "./verdict.ts";

/** Share of what is counted below which segments that cannot be told do not keep the others from being alike. */
export const FEW = 0.05;

/**
 * Verdicts on segments as one: a difference if any differs; no difference if those that show none hold at least 95 % of
 * what is counted, since five hours of the night with one order in a hundred cannot make the day uncertain; else can't
 * tell, as with no verdicts at all.
 *
 * @param weights what is counted in each, such as orders of an hour; absent: all must show none
 */
export function overallVerdict(verdicts: readonly Verdict[], weights?: readonly number[]): Verdict {
  if (verdicts.includes("difference")) return "difference";
  const weight = (at: number): number => (weights ? weights[at]! : 1);
  const sum = (of: readonly number[]): number => of.reduce((total, at) => total + weight(at), 0);
  const all = [...verdicts.keys()];
  const unsure = sum(all.filter((at) => verdicts[at] === "can't tell"));
  const isAlike = weights ? unsure < FEW * sum(all) : unsure === 0 && all.length > 0;
  return isAlike ? "no difference" : "can't tell";
}
