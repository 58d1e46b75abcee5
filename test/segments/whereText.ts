import type {Seeded} from "../seeded.ts";

type When = Readonly<Record<string, unknown>>;

/** The text that says the same as a condition, written in one of the ways that are possible. */
export function whereText(when: When, random: Seeded): string {
  const parts = Object.entries(when).map(([key, part]) => partText(key, part, random));
  return parts.length === 1 ? parts[0]! : `(${parts.join(" and ")})`;
}

function partText(key: string, part: unknown, random: Seeded): string {
  if (key === "not") return `not ${bracketed(whereText(part as When, random))}`;
  if (key === "any" || key === "all")
    return `(${(part as When[]).map((inner) => whereText(inner, random)).join(key === "any" ? " or " : " and ")})`;
  const word = random.chance(0.5) ? key.replace(/^customer\./, "") : key;
  if (typeof part !== "object") return `${word} = ${valueText(part, random)}`;
  if (Array.isArray(part)) return `${word} in (${part.map((value) => valueText(value, random)).join(", ")})`;
  const ends = Object.entries(part as When).map(([end, value]) => endText(word, end, value, random));
  return ends.length === 1 ? ends[0]! : `(${ends.join(" and ")})`;
}

const bracketed = (text: string): string => (text.startsWith("(") ? text : `(${text})`);

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  from: [">=", "≥"],
  above: [">"],
  up_to: ["<=", "≤"],
  below: ["<"]
};

function endText(word: string, end: string, value: unknown, random: Seeded): string {
  if (end === "missing") return `${word} is ${value ? "" : "not "}missing`;
  return `${word} ${random.pick(SIGNS[end]!)} ${valueText(value, random)}`;
}

function valueText(value: unknown, random: Seeded): string {
  if (typeof value === "number") return String(value);
  const text = String(value);
  return /\b(and|or|not|in|is)\b|[·+]/.test(text) || random.chance(0.5) ? `"${text}"` : text;
}
