import {zipFile} from "../zipFile.ts";
import type {Sheet} from "./sheet.ts";
import {sheetXml, XML, xml} from "./sheetXml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What the workbook says of itself. */
export interface WorkbookDescription {
  readonly title: string;
  readonly author: string;
  /** ISO date, for creation and change. */
  readonly date: string;
}

/**
 * An `.xlsx` workbook (ECMA-376) of texts, numbers and links between sheets. Written here, since the libraries for it
 * put the time of the day into every file.
 */
export function workbookFile(sheets: readonly Sheet[], description: WorkbookDescription): Uint8Array {
  const numbered = sheets.map((sheet, at) => ({sheet, id: at + 1}));
  return zipFile([
    {name: "[Content_Types].xml", content: contentTypes(numbered.map(({id}) => id))},
    {
      name: "_rels/.rels",
      content: relations([
        ["officeDocument", "xl/workbook.xml", OFFICE],
        ["metadata/core-properties", "docProps/core.xml", PACKAGE]
      ])
    },
    {name: "docProps/core.xml", content: coreProperties(description)},
    {
      name: "xl/workbook.xml",
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${numbered.map(({sheet, id}) => `<sheet name="${xml(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`).join("")}</sheets></workbook>`
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([
        ...numbered.map(({id}) => ["worksheet", `worksheets/sheet${id}.xml`, OFFICE] as const),
        ["styles", "styles.xml", OFFICE]
      ])
    },
    {name: "xl/styles.xml", content: styles},
    ...numbered.map(({sheet, id}) => ({name: `xl/worksheets/sheet${id}.xml`, content: sheetXml(sheet)}))
  ]);
}

function contentTypes(ids: readonly number[]): string {
  const parts = [
    ["/xl/workbook.xml", `${TYPE}.sheet.main+xml`],
    ["/xl/styles.xml", `${TYPE}.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ...ids.map((id) => [`/xl/worksheets/sheet${id}.xml`, `${TYPE}.worksheet+xml`])
  ];
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("")}</Types>`;
}

function relations(list: readonly (readonly [kind: string, target: string, base: string])[]): string {
  const items = list.map(
    ([kind, target, base], at) =>
      `<Relationship Id="rId${at + 1}" Type="${base}/relationships/${kind}" Target="${target}"/>`
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function coreProperties({title, author, date}: WorkbookDescription): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator>${time("created")}${time("modified")}</cp:coreProperties>`;
}

/** Fonts, fills and number formats in the order of `STYLES`. */
const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00##"/></numFmts><fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B4F8A"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF4F2ED"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" fillId="2" applyFont="1" applyFill="1"/>${[3, 164, 10, 4].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`).join("")}<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="3" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
