import {readAbout} from "../data-loaders/config/readAbout.ts";
import {readConfig} from "../data-loaders/config/readConfig.ts";
import type {Config} from "../data-loaders/config/readConfig.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** The analyst's decisions, with the citation and notice of the data at hand. */
export function readReportConfig({config: folder, data}: ReportFolders): Config {
  const config = readConfig(folder);
  return {...config, sources: readAbout(data, config.sources)};
}
