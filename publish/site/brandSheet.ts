import type {Brand} from "../../data-loaders/config/brand.ts";

const faces = {
  "Source Serif 4": '"Source Serif 4",Georgia,"Times New Roman",serif',
  "Source Sans 3": '"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif'
} as const;

/** A brand's values of the tokens, for screens and paper; empty without a brand. It follows tokens.css. */
export function brandSheet({accent, headings}: Brand = {}): string {
  const face =
    headings &&
    (headings.kind === "shipped" ? faces[headings.name] : `"${headings.name}",${faces["Source Serif 4"]}`);
  const light = [
    accent && `--accent:${accent.light};--link:${accent.light}`,
    face && `--font-text:${face}`
  ].filter((rule) => rule !== undefined);
  const dark = accent && `--accent:${accent.dark};--link:${accent.dark}`;
  return [
    light.length > 0 ? `:root{${light.join(";")}}` : "",
    dark ? `@media screen and (prefers-color-scheme:dark){:root{${dark}}}` : ""
  ].join("");
}
