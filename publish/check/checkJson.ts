import type {Problem} from "../../data-loaders/config/problem.ts";
import type {CheckResult} from "./checkResult.ts";

/** `{flow, segmentations, unavailable, warnings}` */
export function checkJson({warnings, ...result}: CheckResult): string {
  return JSON.stringify({...result, warnings: warnings.map(plain)}, null, 2);
}

/** `[{file, line, column, path, message}]` */
export const problemsJson = (problems: readonly Problem[]): string =>
  JSON.stringify(problems.map(plain), null, 2);

const plain = ({file, line, column, path, message}: Problem): Problem => ({
  file,
  ...(line !== undefined && {line}),
  ...(column !== undefined && {column}),
  ...(path !== undefined && {path}),
  message
});
