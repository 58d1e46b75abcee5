import {checkReport} from "./checks/checkReport.ts";
import {percentNumber} from "./conditions.ts";
import {problemList} from "./problemList.ts";
import {exactly} from "./reading.ts";
import type {Reading} from "./reading.ts";
import {readYaml} from "./readYaml.ts";
import type {YamlFile} from "./readYaml.ts";
import type {ReportSettings} from "./report.ts";
import {whole} from "./shapes/draft.ts";
import {report} from "./shapes/report.ts";
import type {WrittenReport} from "./shapes/report.ts";
import {shaped} from "./shapes/shaped.ts";
import type {Vocabulary} from "./vocabulary.ts";

/** Reads `report.yaml` by itself. Throws a `UserError` with every problem of the file. */
export function readReport(path: string): ReportSettings {
  return exactly(reportReading(readYaml(path), undefined));
}

/** `segmentations` is absent where `segments.yaml` cannot be read; names of segmentations are not checked then. */
export function reportReading(
  yaml: YamlFile,
  segmentations: Vocabulary["segmentations"] | undefined
): Reading<ReportSettings> {
  const problems = problemList(yaml);
  const draft = shaped({report}, yaml.value, [], problems) ?? {};
  checkReport(draft, segmentations, problems);
  return {problems: problems.list, exact: () => exactReport(whole<WrittenReport>(draft))};
}

function exactReport({
  privacy,
  segment_pages = [],
  summary = [],
  address,
  ...words
}: WrittenReport): ReportSettings {
  const {customers_at_least, largest_customer_at_most = "50%", round_counts_to} = privacy;
  return {
    ...words,
    summary,
    ...(address !== undefined && {address}),
    customersAtLeast: customers_at_least,
    largestCustomerAtMost: percentNumber(largest_customer_at_most),
    ...(round_counts_to !== undefined && {roundCountsTo: round_counts_to}),
    segmentPages: segment_pages
  };
}
