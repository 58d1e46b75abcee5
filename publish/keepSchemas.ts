import {join} from "node:path";
import type {Baskets} from "../data-loaders/baskets/store.ts";
import {writeSchemas} from "../data-loaders/config/schema/writeSchemas.ts";
import {dataWords} from "./dataWords.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** Where the first line of each `config/*.yaml` says that its schema lies. */
export const schemaFolder = ({cache}: Pick<ReportFolders, "cache">): string => join(cache, "schema");

/**
 * Brings the editor's schemas up to date: before the config is checked, since an editor is asked for help while it is
 * wrong; and with the words of the data as soon as they are known.
 * @returns the names of the files that were written
 */
export function keepSchemas(
  folders: Pick<ReportFolders, "cache" | "config">,
  baskets?: Baskets
): readonly string[] {
  return writeSchemas(folders.config, schemaFolder(folders), {
    data: baskets && dataWords(baskets),
    code: process.env.CARTOGRAPH_CODE
  });
}
