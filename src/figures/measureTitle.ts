import type {FigureMeasure} from "./figureMeasure.ts";

/** A measure as heads and axes call it: `Items per order`, `Share of customers`, `Index of items`. */
export function measureTitle(measure: FigureMeasure): string {
  if (measure.kind === "analysis") return measure.title;
  if (measure.kind === "share") return sentence(measure.says);
  if (measure.kind === "penetration") return "Share of customers who bought";
  if (measure.kind === "index") return `Index of ${measure.part.replaceAll("_", " ")}`;
  return sentence(measure.name.replaceAll("_", " "));
}

/** With a capital at its beginning. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Department` within a sentence; names such as `BMI` keep their capitals. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
