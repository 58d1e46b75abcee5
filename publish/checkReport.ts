import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {segmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import type {TableFlow} from "../data-loaders/tables/populationFlow.ts";
import type {Assigned} from "../data-loaders/segments/assignSegments.ts";
import {keepSchemas} from "./keepSchemas.ts";
import type {Progress} from "./progress.ts";
import {readPagesFor} from "./readPagesFor.ts";
import {readReportConfig} from "./readReportConfig.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {workerEntry} from "./workerEntry.ts";

/** Config, data and page figures only: what would stop a build, the population flow, and the size of every segment. */
export async function checkReport(folders: ReportFolders, progress: Progress): Promise<string> {
  keepSchemas(folders);
  const config = readReportConfig(folders);
  progress.done("config read");
  const pool = new WorkerPool(workerEntry());
  try {
    const segmented = await segmentedBaskets(config, folders.data, folders.cache, pool, (step, done, total) =>
      progress.at(step, done, total)
    );
    keepSchemas(folders, segmented.baskets);
    segmented.save();
    progress.done(segmented.read ? "CSVs read into baskets" : "baskets from the cache");
    const {pages} = readPagesFor(folders, config, segmented);
    progress.done("pages read", `${pages.length} pages`);
    const {flow} = segmented.baskets.words;
    return [
      ...flow.tables.map(flowLines),
      "",
      ...segmented.segmentations.map((entry) => segmentLines(entry, config.report.customersAtLeast)),
      ...lacking(segmented.unavailable)
    ].join("\n");
  } finally {
    await pool.close();
  }
}

function flowLines({file, rows_in, rows_used, set_aside}: TableFlow): string {
  const head = `${file}: ${count(rows_in)} rows in, ${count(rows_used)} used`;
  return [
    head,
    ...set_aside.map(
      ({reason, rows, because, lines}) =>
        `  ${count(rows)} set aside: ${reason}${because ? ` (${because})` : ""}${lines.length > 0 ? `; first lines ${lines.slice(0, 3).join(", ")}` : ""}`
    )
  ].join("\n");
}

function segmentLines({name, grain, labels, codes}: Assigned, atLeast: number): string {
  const counts = new Float64Array(labels.length);
  for (const code of codes) counts[code]!++;
  const rows = {customer: "customers", order: "orders", item: "products"}[grain];
  const width = Math.max(...labels.map((label) => label.length));
  const lines = labels.map((label, code) => {
    const share = codes.length > 0 ? ((100 * counts[code]!) / codes.length).toFixed(1) : "–";
    return `  ${label.padEnd(width)}  ${count(counts[code]!).padStart(9)}  ${share.padStart(5)} %${grain === "customer" ? flag(counts[code]!, atLeast) : ""}`;
  });
  return [`${name} (${count(codes.length)} ${rows})`, ...lines].join("\n");
}

function flag(customers: number, atLeast: number): string {
  if (customers === 0) return "  empty";
  return customers < atLeast ? `  fewer than ${atLeast} customers: hidden in the report` : "";
}

function lacking(unavailable: ReadonlyMap<string, string>): string[] {
  return [...unavailable].map(([name, reason]) => `${name}: not in this report; ${reason}`);
}

const count = (value: number): string => value.toLocaleString("en-US");
