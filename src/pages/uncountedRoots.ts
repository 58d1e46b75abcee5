import type {FigureSpec} from "../figures/figureSpec.ts";
import type {PageContext} from "./pageSource.ts";
import {reportRoots} from "./reportScope.ts";
import type {ReportRoots} from "./reportScope.ts";

/** What texts may name, for checking them: that never writes a number, so nothing counted is asked for. */
export function uncountedRoots({
  context,
  figures
}: {
  readonly context: PageContext;
  readonly figures: ReadonlyMap<string, FigureSpec>;
}): ReportRoots {
  const counted = (): never => {
    throw new Error("nothing is counted yet");
  };
  return reportRoots({context, figures, recommendations: context.recommendations, counted});
}
