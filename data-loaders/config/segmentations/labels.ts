import type {ProblemList} from "../problemList.ts";
import type {Path} from "../path.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenLabel} from "../shapes/segmentation.ts";

/** A label and where it stands. */
export interface PlacedLabel {
  readonly label: string | undefined;
  readonly at: Path;
}

/** Labels name pages and chart series, so they have to differ in more than capitals. */
export function checkLabels(labels: readonly PlacedLabel[], problems: ProblemList): void {
  const seen = new Map<string, string>();
  for (const {label, at} of labels) {
    if (label === undefined) continue;
    const plain = label.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
    const before = seen.get(plain);
    if (before === undefined) seen.set(plain, label);
    else
      problems.add(
        at,
        `a second segment is called "${label}"${before === label ? "" : ` ("${before}" differs only in capitals or spaces)`}`
      );
  }
}

/** The labels, if all of them are known. */
export function knownLabels(labels: readonly (string | undefined)[]): readonly string[] | undefined {
  return labels.includes(undefined) ? undefined : (labels as readonly string[]);
}

/** The label of `missing:` or `else:`, which may stand alone or in a group of entries. */
export const labelOf = (written: Draft<WrittenLabel> | undefined): string | undefined =>
  typeof written === "object" ? written.label : written;

export const placedLabel = (written: Draft<WrittenLabel> | undefined, path: Path): PlacedLabel => ({
  label: labelOf(written),
  at: typeof written === "object" ? [...path, "label"] : path
});

/** The labels of the last segment: none, one, or one that is not known. */
export const lastLabel = (written: Draft<WrittenLabel> | undefined): readonly (string | undefined)[] =>
  written === undefined ? [] : [labelOf(written)];
