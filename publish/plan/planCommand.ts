import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {Progress} from "../progress.ts";
import {shortPath} from "../reportFolders.ts";
import type {ReportFolders} from "../reportFolders.ts";
import type {Plan} from "./plan.ts";
import {planReport} from "./planReport.ts";
import {planText} from "./planText.ts";

export interface PlanOptions {
  /** A version, or the folder of one; the latest published one when absent. */
  readonly against?: string;
  readonly json?: boolean;
  /** Where a page to send round is written. */
  readonly html?: string;
}

/** Where the plan goes; coloured on a terminal only. */
export interface PlanOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Prints what publishing now would change.
 * @throws UserError as `planReport`, and, after the plan is printed, with what would stop the report
 */
export async function planCommand(
  folders: ReportFolders,
  {against, ...asked}: PlanOptions,
  progress: Progress,
  output: PlanOutput
): Promise<void> {
  const {plan, problems} = await planReport(folders, against, progress);
  await tellPlan(plan, asked, folders, progress, output);
  if (problems.length > 0) throw new UserError(problems);
}

/** Writes a plan, or what differs between two versions, as it is asked for. */
export async function tellPlan(
  plan: Plan,
  {json = false, html}: Omit<PlanOptions, "against">,
  {root}: Pick<ReportFolders, "root">,
  progress: Progress,
  output: PlanOutput
): Promise<void> {
  if (html !== undefined) {
    const {planHtml} = await import("./planHtml.ts");
    write(html, await planHtml(plan, root));
    progress.done("page written", shortPath(resolve(html)));
  }
  const isColoured = output.isTTY === true && !process.env.NO_COLOR;
  output.write(json ? `${JSON.stringify(plan, undefined, 2)}\n` : `\n${planText(plan, {isColoured})}`);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new UserError({file, message: `cannot be written (${(error as NodeJS.ErrnoException).code})`});
  }
}
