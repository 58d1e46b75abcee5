import {extname} from "node:path";
import type {Publication} from "../../src/pages/publication.ts";

/** Name, relative to the version's folder, and size of a file. */
export interface CrateFile {
  readonly path: string;
  readonly bytes: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  ".bib": "application/x-bibtex",
  ".cff": "text/yaml",
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".yaml": "text/yaml"
};

export const CRATE_FILE = "ro-crate-metadata.json";

/** The version as a research object (RO-Crate 1.1): what it is, who made it from what, and every file. */
export function roCrate({settings, sources}: Publication, files: readonly CrateFile[]): string {
  const {title, subtitle, organisation, version, date, language} = settings;
  const graph = [
    {
      "@id": CRATE_FILE,
      "@type": "CreativeWork",
      about: {"@id": "./"},
      conformsTo: {"@id": "https://w3id.org/ro/crate/1.1"}
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: `${title}: ${subtitle}`,
      description: `Version ${version} of a final report. ${sources.notice}`,
      datePublished: date,
      version,
      inLanguage: language,
      license: {"@id": "#terms"},
      author: {"@id": "#organisation"},
      isBasedOn: {"@id": "#data"},
      mainEntity: {"@id": "index.html"},
      hasPart: files.map(({path}) => ({"@id": encodeURI(path)}))
    },
    {"@id": "#organisation", "@type": "Organization", name: organisation},
    {"@id": "#data", "@type": "Dataset", name: sources.citation},
    {"@id": "#terms", "@type": "CreativeWork", name: "Terms of the data", description: sources.notice},
    ...files.map(({path, bytes}) => ({
      "@id": encodeURI(path),
      "@type": "File",
      name: path,
      contentSize: String(bytes),
      ...(FORMATS[extname(path)] !== undefined && {encodingFormat: FORMATS[extname(path)]})
    }))
  ];
  return `${JSON.stringify({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}, undefined, 2)}\n`;
}
