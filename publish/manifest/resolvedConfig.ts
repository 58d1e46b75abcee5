import type {MadePublication} from "../makePublication.ts";

/** The decisions as they were carried out: every default filled in, quantiles with their cut points. */
export function resolvedConfig({config, segmented}: Omit<MadePublication, "publication">): string {
  const {sources, measures, report} = config;
  return `${JSON.stringify({report, sources, segments: segmented.segments, measures}, undefined, 2)}\n`;
}
