import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {MadeVersion} from "../versions/makeVersion.ts";
import {digestOf} from "../manifest/digestOf.ts";
import {projectRoot} from "../site/projectRoot.ts";
import {billOfMaterials} from "./billOfMaterials.ts";
import {citationBib, citationCff} from "./citation.ts";
import {dataPackage} from "./dataPackage.ts";
import {reportSheets} from "./workbook/reportSheets.ts";
import {workbookFile} from "./workbook/workbookFile.ts";

/** The workbook's name in a version's folder. */
const WORKBOOK_FILE = "figures.xlsx";

/** What is beside the pages for citing, archiving and reading by machines; the list of files comes last, by itself. */
export function archiveFiles(made: MadeVersion): ReadonlyMap<string, string | Uint8Array> {
  const {publication, config, madeOf} = made;
  const {title, organisation, date} = publication.settings;
  return new Map<string, string | Uint8Array>([
    ["CITATION.cff", citationCff(publication, digestOf(JSON.stringify(madeOf)))],
    ["citation.bib", citationBib(publication)],
    [
      "sbom.cdx.json",
      `${JSON.stringify(billOfMaterials(readFileSync(join(projectRoot(), "package-lock.json"), "utf8")), undefined, 1)}\n`
    ],
    ["datapackage.json", dataPackage(publication, config.measures)],
    [WORKBOOK_FILE, workbookFile(reportSheets(made), {title, author: organisation, date})]
  ]);
}
