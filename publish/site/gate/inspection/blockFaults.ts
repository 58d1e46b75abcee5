import {describeElement, elements, textOf} from "./describeElement.ts";

const blocks =
  "p, li, h1, h2, h3, h4, h5, h6, figcaption, figure, blockquote, section, summary, dd, dt, tbody";
const content = "svg, img, table, input, form, canvas, video, observablehq-loading";

/** Blocks with nothing to read or see in them; a code cell that only defines something shows nothing by right. */
export function blockFaults(): string[] {
  return elements(blocks)
    .filter((block) => textOf(block) === "" && !block.querySelector(content))
    .map((block) => `has an empty block: ${describeElement(block)}`);
}
