import type {PageSource} from "./pageSource.ts";
import type {Written} from "./scope.ts";

/** Writes links from a page to places in the report. */
export function linkFrom({
  path: here
}: Pick<PageSource, "path">): (link: NonNullable<Written["link"]>) => string {
  return ({path, anchor}) => (path === here ? `#${anchor}` : `${upFrom(here)}${path}.html#${anchor}`);
}

/** From a page to the top of the site. */
export function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}
