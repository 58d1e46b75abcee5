import type {Sums} from "./measured.ts";
import type {Rounds} from "./rounds.ts";

/**
 * Ways that read the same files by the same rules must count the same. A warm run has other rules, and a notebook's
 * joins lose orders of which no item is left.
 */
export function agreement(found: Rounds): string {
  const counted = [...found].flatMap(([way, [first]]) =>
    way !== "warm" && way !== "notebook" && first?.sums ? [[way, first.sums] as const] : []
  );
  const [[, ours] = [], ...others] = counted;
  if (!ours || others.length === 0) return "";
  const wrong = others.flatMap(([way, theirs]) =>
    Object.entries(ours)
      .filter(([query, sums]) => !same(sums, theirs[query]))
      .map(
        ([query, sums]) =>
          `  ${way} differs on ${query}: ${theirs[query]?.join(", ")}; ours ${sums.join(", ")}`
      )
  );
  const numbers = 3 * Object.keys(ours).length * others.length;
  return [
    `  ${numbers} sums compared with ${others.map(([way]) => way).join(", ")}: ${wrong.length} differ`,
    ...wrong
  ].join("\n");
}

const same = (a: Sums, b: Sums | undefined): boolean =>
  b !== undefined && a.every((value, at) => value === b[at]);
