import type {Measures} from "../../data-loaders/config/measures.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {digestOf} from "../manifest/digestOf.ts";
import {siteModel} from "../site/siteModel.ts";
import {csvTable} from "./csvTable.ts";
import {lettersAndDigits} from "./lettersAndDigits.ts";

/** `datapackage.json` by specs.frictionlessdata.io: every CSV with its columns, types, units and digest. */
export function dataPackage(publication: Publication, measures: Measures): string {
  const {settings, sources, downloads} = publication;
  const {title, subtitle, organisation, version, date} = settings;
  const titles = new Map(siteModel(publication).figures.map((figure) => [figure.id, figure.title]));
  const resources = downloads
    .filter(({path}) => path.endsWith(".csv"))
    .map(({path, content}) => {
      const name = path.replace(/^data\//, "").replace(/\.csv$/, "");
      const found = titles.get(name);
      return {
        name: lettersAndDigits(name, "-"),
        path,
        profile: "tabular-data-resource",
        ...(found !== undefined && {title: found}),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: Buffer.byteLength(content),
        hash: `sha256:${digestOf(content)}`,
        dialect: {delimiter: ",", lineTerminator: "\n", doubleQuote: true, header: true},
        schema: {fields: fields(content, measures), missingValues: [""]}
      };
    });
  const descriptor = {
    profile: "tabular-data-package",
    name: lettersAndDigits(title, "-"),
    id: `${lettersAndDigits(organisation, "-")}/${lettersAndDigits(title, "-")}/${version}`,
    title: `${title}: ${subtitle}`,
    description: sources.notice,
    version,
    created: `${date}T00:00:00Z`,
    contributors: [{title: organisation, role: "author"}],
    sources: [{title: sources.citation}],
    resources
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

function fields(content: string, {measures}: Measures): unknown[] {
  return csvTable(content).columns.map(({name, kind}) => {
    const measure = measures.find((one) => one.name === name);
    return {
      name,
      type: kind === "number" ? "number" : "string",
      ...(measure && {title: measure.says, description: `${measure.unit}; base: ${measure.base}`})
    };
  });
}
