import {UserError} from "../data-loaders/config/problem.ts";
import type {Problem} from "../data-loaders/config/problem.ts";
import {inOrder} from "../data-loaders/config/reading.ts";
import {readAbout} from "../data-loaders/config/readAbout.ts";
import {readConfig} from "../data-loaders/config/readConfig.ts";
import type {Config} from "../data-loaders/config/readConfig.ts";
import {proveSegments} from "../data-loaders/segments/proofs/proveSegments.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** The analyst's decisions, and what is odd about them though it stops nothing. */
export interface ReportConfig extends Config {
  readonly warnings: readonly Problem[];
}

/**
 * The analyst's decisions, with the citation and notice of the data at hand; the segmentations are proved.
 * @throws UserError with every problem of the files, or else with what the proofs find wrong
 */
export function readReportConfig({config: folder, data}: ReportFolders): ReportConfig {
  const config = readConfig(folder);
  const {problems, warnings} = proveSegments(config.segments, config.sources, config.where);
  if (problems.length > 0) throw new UserError(inOrder(problems));
  return {...config, sources: readAbout(data, config.sources), warnings: inOrder(warnings)};
}
