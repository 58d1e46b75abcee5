import type {Publication} from "../../../src/pages/publication.ts";
import type {MadePublication} from "../../makePublication.ts";
import {siteModel} from "../../site/siteModel.ts";
import {csvTable} from "../csvTable.ts";
import {classicSheets} from "./classicSheets.ts";
import {definitionSheets} from "./definitionSheets.ts";
import type {NumberStyle, Sheet, SheetCell} from "./sheet.ts";
import {sheetNames} from "./sheet.ts";

/**
 * The report as a workbook: contents, the seven parts that a final report classically has, definitions, and a sheet
 * with the values of each figure. Nothing stands in it that does not stand in the report.
 */
export function reportSheets(made: MadePublication): readonly Sheet[] {
  const {publication} = made;
  const figures = figureSheets(made);
  const classic = classicSheets(made);
  const definitions = definitionSheets(made);
  const all = [contents(publication, []), ...classic, ...definitions, ...figures.map(({sheet}) => sheet)];
  const names = sheetNames(all.map(({name}) => name));
  const named = all.map((sheet, at): Sheet => ({...sheet, name: names[at]!}));
  const [, ...rest] = named;
  const nameOf = new Map(figures.map(({id}, at) => [id, names[all.length - figures.length + at]!]));
  return [
    {...contents(publication, rest), name: names[0]!},
    ...rest.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => resolved(cell, nameOf)))
    }))
  ];
}

/** Links to figures are written with their ids, until the sheets have names. */
function resolved(cell: SheetCell, nameOf: ReadonlyMap<string, string>): SheetCell {
  if (typeof cell === "string" || "number" in cell) return cell;
  const name = nameOf.get(cell.link);
  return name === undefined ? cell.text : {...cell, link: name};
}

function contents({settings, sources}: Publication, sheets: readonly Sheet[]): Sheet {
  const {title, subtitle, organisation, version, date} = settings;
  return {
    name: "Contents",
    title: `${title}: ${subtitle}`,
    lines: [`${organisation}. Version ${version} of ${date}.`, `Data: ${sources.citation}.`, sources.notice],
    heads: ["Sheet", "What it holds"],
    rows: sheets.map(({name, title: what}) => [{link: name, text: name}, what])
  };
}

/** Each figure's table as its CSV has it, with numbers as numbers. */
function figureSheets({publication, config}: MadePublication): {id: string; sheet: Sheet}[] {
  const csvs = new Map(publication.downloads.map(({path, content}) => [path, content]));
  return siteModel(publication).figures.flatMap(({id, title}) => {
    const content = csvs.get(`data/${id}.csv`);
    if (content === undefined) return [];
    const {columns, rows} = csvTable(content);
    const unitOf = (column: string): string | undefined => {
      const measure = config.measures.measures.find(
        ({name}) => column === name || column === `${name}_all_customers`
      );
      return column.endsWith("_share") && !measure ? "share" : measure?.unit;
    };
    const cells = rows.map((row) =>
      row.map((text, at): SheetCell => {
        const {name, kind} = columns[at]!;
        if (kind !== "number" || text === "") return text;
        return {
          number: Number(text),
          style: styleOf(
            unitOf(name),
            rows.map((other) => other[at] ?? "")
          )
        };
      })
    );
    const number = /^Figure (\d+)/.exec(title)?.[1] ?? "";
    const units = columns.flatMap(({name}) => (unitOf(name) ? [`${name}: ${unitOf(name)}`] : []));
    const sheet: Sheet = {
      name: `${number} ${id}`,
      title,
      lines: [units.length > 0 ? `Units: ${units.join("; ")}.` : ""].filter(Boolean),
      heads: columns.map(({name}) => name),
      rows: cells
    };
    return [{id, sheet}];
  });
}

function styleOf(unit: string | undefined, column: readonly string[]): NumberStyle {
  if (unit === "share") return "share";
  if (unit === "money" || unit?.startsWith("money ")) return "money";
  return column.every((text) => /^-?\d*$/.test(text)) ? "whole" : "decimal";
}
