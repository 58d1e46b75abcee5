import {alternativeFaults} from "./alternativeFaults.ts";
import {blockFaults} from "./blockFaults.ts";
import {cellFaults} from "./cellFaults.ts";
import {elements} from "./describeElement.ts";
import {figureFaults} from "./figureFaults.ts";
import {frameFaults} from "./frameFaults.ts";
import {resourceFaults} from "./resourceFaults.ts";
import {textFaults} from "./textFaults.ts";
import {widthFaults} from "./widthFaults.ts";

export interface PageLink {
  /** As it is written. */
  readonly written: string;
  /** As the browser resolves it. */
  readonly address: string;
}

/** What a page says about itself. */
export interface PageInspection {
  /** Ids, to which a link may point. */
  readonly anchors: readonly string[];
  readonly links: readonly PageLink[];
  /** Faults, in words for the person who builds the report; each follows the page's name. */
  readonly faults: readonly string[];
}

/** Reads the page it runs in: these files are bundled and sent to the browser. @param figures ids expected */
export function inspectPage(figures: readonly string[]): PageInspection {
  return {
    anchors: elements("[id]").map(({id}) => id),
    links: elements("a[href]:not([data-sibling]), area[href]").map((link) => ({
      written: link.getAttribute("href") ?? "",
      address: (link as HTMLAnchorElement).href
    })),
    faults: [
      ...frameFaults(),
      ...cellFaults(),
      ...figureFaults(figures),
      ...alternativeFaults(),
      ...blockFaults(),
      ...textFaults(),
      ...widthFaults(),
      ...resourceFaults()
    ]
  };
}
