import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";

/** What two definitions of a segmentation are matched by: their labels, and the codes of the same rows. */
export type Labelled = Pick<Assigned, "labels" | "codes">;

/**
 * For each segment before the code of the segment it goes on as: the one of the same label, else a new label whose
 * rows are exactly its own (renamed), else none (removed). Without codes before, by label only.
 */
export function partners(
  before: Partial<Labelled> & Pick<Labelled, "labels">,
  now: Labelled
): (number | undefined)[] {
  const byLabel = before.labels.map((label) => {
    const code = now.labels.indexOf(label);
    return code < 0 ? undefined : code;
  });
  if (!before.codes) return byLabel;
  const taken = new Set(byLabel);
  const groups = sameGroups({labels: before.labels, codes: before.codes}, now);
  return byLabel.map((code, at) => {
    if (code !== undefined) return code;
    const other = groups[at] === "empty" ? emptyAt(at, now) : groups[at];
    return other === undefined || taken.has(other) ? undefined : other;
  });
}

/** The code now that has exactly the rows of each code before; undefined where there is none, "empty" without rows. */
export function sameGroups(before: Labelled, now: Labelled): readonly (number | "empty" | undefined)[] {
  const forward = new Array<number>(before.labels.length).fill(EMPTY);
  const back = new Array<number>(now.labels.length).fill(EMPTY);
  for (let row = 0; row < now.codes.length; row++) {
    const [a, b] = [before.codes[row]!, now.codes[row]!];
    forward[a] = forward[a] === EMPTY || forward[a] === b ? b : SEVERAL;
    back[b] = back[b] === EMPTY || back[b] === a ? a : SEVERAL;
  }
  return forward.map((b, a) => {
    if (b === EMPTY) return "empty";
    return b !== SEVERAL && back[b] === a ? b : undefined;
  });
}

const EMPTY = -1;
const SEVERAL = -2;

/** An empty segment that only got another label stands where it stood. */
function emptyAt(at: number, {labels, codes}: Labelled): number | undefined {
  return at < labels.length && !codes.includes(at) ? at : undefined;
}
