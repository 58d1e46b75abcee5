import {join} from "node:path";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {readText} from "../../data-loaders/config/readText.ts";
import {pageFiles} from "./readPages.ts";
import {splitPage} from "./splitPage.ts";

/** Reads the YAML of all pages ahead, so that it is known when they are checked. What is wrong is told then. */
export function learnPages(folder: string): void {
  try {
    for (const file of pageFiles(folder)) {
      const {front, runs} = splitPage(readText(join(folder, file), file));
      if (front) parseYaml(file, front.text);
      for (const {fence, text} of runs) if (fence === "figure" || fence === "answer") parseYaml(file, text);
    }
  } catch {
    // a folder or file that cannot be read
  }
}
