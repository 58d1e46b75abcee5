import type {Plan} from "../plan/plan.ts";
import {count} from "../plan/planWords.ts";
import type {Cause} from "./numberChanges.ts";

const WORDS: Readonly<Record<Cause, string>> = {
  data: "data",
  definition: "definition",
  code: "Cartograph’s code"
};

/**
 * `data`, `definition`, `data and definition`. Data and code at once can't be told apart, since only the code of now
 * can be run: `data or Cartograph’s code`.
 */
export function causeWords(causes: readonly Cause[], isToldApart: boolean): string {
  const inputs = causes.filter((cause) => cause !== "definition").map((cause) => WORDS[cause]);
  const parts = [inputs.join(" or "), ...(causes.includes("definition") ? [WORDS.definition] : [])].filter(
    Boolean
  );
  return parts.join(isToldApart ? " and " : " or ");
}

/** How many numbers moved, and how many of them by what. */
export function causeSummary({numbers, same}: Plan): string {
  if (!numbers) return "numbers are not compared.";
  const {moved, compared, verdicts, told_apart} = numbers;
  if (moved.length === 0)
    return same ? "nothing changed." : `none of ${count(compared)} numbers moved beyond rounding.`;
  const by = new Map<string, number>();
  for (const {because} of moved) {
    const words = causeWords(because, told_apart);
    by.set(words, (by.get(words) ?? 0) + 1);
  }
  const causes = [...by].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const because =
    causes.length === 1
      ? `all because of the ${causes[0]![0]}`
      : causes.map(([words, many]) => `${count(many)} because of the ${words}`).join(", ");
  const flipped = verdicts.length > 0 ? ` ${count(verdicts.length)} verdicts flipped.` : "";
  return `${count(moved.length)} of ${count(compared)} numbers moved beyond rounding: ${because}.${flipped}`;
}
