import type {TableKey} from "../baskets/shop.ts";
import {CLEAN} from "./cleanFiles.ts";
import type {Files} from "./cleanFiles.ts";
import type {Edit, TextEdit} from "./fileEdits.ts";

/** Files of a shop, each after an edit. */
export type Edits<E> = Readonly<Partial<Record<TableKey, E>>>;

/** What has to come of a spoilt shop, as somebody wrote it down who knows what is right. */
export type CsvOutcome =
  | {readonly kind: "refused"; readonly message: string; readonly line?: number; readonly file?: string}
  | {
      readonly kind: "built";
      /** All that is told about rows and values, in the words of `toldOf`. */
      readonly told: readonly string[];
      /** The clean files that mean the same. */
      readonly means: Files;
      /** What product 5 is called; absent where it keeps its name. */
      readonly name?: string;
    };

/** Grain: one attack on one file. */
export interface CsvCase {
  readonly name: string;
  readonly file: TableKey;
  readonly edit: Edit;
  readonly outcome: CsvOutcome;
}

/** The build stops and points at a line; the file is the one that was spoilt unless another is named. */
export const refused = (message: string, line?: number, file?: string): CsvOutcome => ({
  kind: "refused",
  message,
  ...(line !== undefined && {line}),
  ...(file !== undefined && {file})
});

/** The build is that of `means`, after the same rows were told as set aside. */
export const built = (told: readonly string[], means: Files): CsvOutcome => ({kind: "built", told, means});

/** The files with some of them edited. */
export function edited(files: Files, edits: Edits<TextEdit>): Files {
  const entries = Object.entries(edits).map(([table, edit]) => [table, edit(files[table as TableKey])]);
  return {...files, ...Object.fromEntries(entries)};
}

/** The clean build, but for the name of product 5, which is this text to the letter. */
export const named = (name: string): CsvOutcome => ({kind: "built", told: [], means: CLEAN, name});
