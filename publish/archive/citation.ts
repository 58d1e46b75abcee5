import {stringify} from "yaml";
import type {Publication} from "../../src/pages/publication.ts";
import {lettersAndDigits} from "./lettersAndDigits.ts";

/** How to cite the version, as citation-file-format.org has it. @param hash digest of what it was made of */
export function citationCff({settings, sources}: Publication, hash: string): string {
  const {title, subtitle, organisation, version, date, address} = settings;
  return stringify({
    "cff-version": "1.2.0",
    message: "If you use this report, please cite it as below.",
    type: "dataset",
    title: `${title}: ${subtitle}`,
    authors: [{name: organisation}],
    version,
    "date-released": date,
    ...(address !== undefined && {url: `${address}/${version}/`}),
    abstract: `Data: ${sources.citation}. ${sources.notice}`,
    identifiers: [
      {type: "other", value: `sha256:${hash}`, description: "Digest of data, configuration, pages and code"}
    ]
  });
}

/** The same for LaTeX. */
export function citationBib({settings, sources}: Publication): string {
  const {title, subtitle, organisation, version, date, address} = settings;
  const fields = {
    title: `{${tex(title)}: ${tex(subtitle)}}`,
    author: `{${tex(organisation)}}`,
    institution: tex(organisation),
    year: date.slice(0, 4),
    month: String(Number(date.slice(5, 7))),
    number: tex(version),
    ...(address !== undefined && {url: `${address}/${version}/`}),
    note: tex(`Version ${version} of ${date}. Data: ${sources.citation}`)
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(11)} = {${value}}`);
  return `@techreport{${lettersAndDigits(title, "-")}-${version},\n${lines.join(",\n")}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

/** Signs that LaTeX would read as its own. */
function tex(text: string): string {
  return text.replace(/[\\~^]|[#$%&_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`).replace(/\s+/g, " ");
}
