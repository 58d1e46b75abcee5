import type {TableKey} from "../baskets/shop.ts";
import {CLEAN} from "./cleanFiles.ts";
import type {CsvCase} from "./csvOutcome.ts";
import {FORM_ATTACKS} from "./formAttacks.ts";
import {LINE_ATTACKS} from "./lineAttacks.ts";

/** What happens to a file on its way from somebody's spreadsheet, mail or export, done to each of the six. */
export const CSV_FILE_CASES: readonly CsvCase[] = [...FORM_ATTACKS, ...LINE_ATTACKS].flatMap(
  ([name, edit, outcomes]) =>
    (Object.keys(CLEAN) as TableKey[]).map((file) => ({name, file, edit, outcome: outcomes[file]}))
);
