import type {Operation} from "./contentStream.ts";

/** What the page's stream does not say itself. */
export interface PageTags {
  /** Whether the form of this name holds tagged content itself. */
  readonly isTagged: (form: string) => boolean;
  /** Marked content that the structure no longer holds. */
  readonly dropped: ReadonlySet<number>;
}

const begin: Operation = {operands: ["/Artifact"], operator: "BMC"};
const end: Operation = {operands: [], operator: "EMC"};
const paints = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"]);
const pathStarts = new Set(["m", "re"]);
const showsText = new Set(["Tj", "TJ", "'", '"']);

/**
 * Marks as artifact whatever a page paints outside its tagged content: running titles, page numbers, list bullets,
 * rules. PDF/UA-1 (7.1) wants every mark to be either content or artifact; Chromium leaves these untagged.
 */
export function pageArtifacts(all: readonly Operation[], tags: PageTags): Operation[] {
  const marked: Operation[] = [];
  let depth = 0;
  for (let at = 0; at < all.length; ) {
    const operation = all[at] as Operation;
    const untagged = depth === 0 ? untaggedEnd(all, at, tags) : at;
    if (untagged > at) {
      if (marked.at(-1) === end) marked.pop();
      else marked.push(begin);
      marked.push(...all.slice(at, untagged), end);
      at = untagged;
      continue;
    }
    if (operation.operator === "BDC" || operation.operator === "BMC") depth++;
    if (operation.operator === "EMC") depth--;
    marked.push(tags.dropped.has(markedId(operation)) ? begin : operation);
    at++;
  }
  return marked;
}

/** The number of the marked content that an operation begins, -1 when it begins none. */
export function markedId({operator, operands}: Operation): number {
  return operator === "BDC" ? Number(/\/MCID\s+(\d+)/.exec(operands[1] ?? "")?.[1] ?? -1) : -1;
}

/** Index after the path, text or form that is painted from here on without a tag; the index given when none is. */
function untaggedEnd(all: readonly Operation[], from: number, {isTagged}: PageTags): number {
  const {operator, operands} = all[from] as Operation;
  if (pathStarts.has(operator)) return pathEnd(all, from);
  if (operator === "BT") return textEnd(all, from);
  if (paints.has(operator) || showsText.has(operator)) return from + 1;
  return operator === "Do" && !isTagged((operands[0] ?? "").slice(1)) ? from + 1 : from;
}

/** A path that only clips is no mark. */
function pathEnd(all: readonly Operation[], from: number): number {
  for (let at = from + 1; at < all.length; at++) {
    const {operator} = all[at] as Operation;
    if (paints.has(operator)) return at + 1;
    if (operator === "n") return from;
  }
  return from;
}

/** A text object with tagged content in it is left to be read on. */
function textEnd(all: readonly Operation[], from: number): number {
  for (let at = from + 1; at < all.length; at++) {
    const {operator} = all[at] as Operation;
    if (operator === "ET") return at + 1;
    if (operator === "BDC" || operator === "BMC") return from;
  }
  return from;
}
