import {crc32, inflateRawSync} from "node:zlib";
import {parse as parseCsv} from "csv-parse/sync";
import {beforeAll, describe, expect, it} from "vitest";
import {parse as parseYaml} from "yaml";
import {archiveFiles} from "../../../publish/archive/archiveFiles.ts";
import {zipFile} from "../../../publish/archive/zipFile.ts";
import type {MadeVersion} from "../../../publish/versions/makeVersion.ts";
import {makeVersion} from "../../../publish/versions/makeVersion.ts";
import {planWorld, silent} from "../plan/planWorld.ts";

let made: MadeVersion;
let files: ReadonlyMap<string, string | Uint8Array>;
let book: Readonly<Record<string, string>>;

beforeAll(async () => {
  const world = planWorld();
  world.edit("config/segments.yaml", ["label: Mature household", 'label: "=HYPERLINK(1)"']);
  made = (await makeVersion(world.folders, {version: "1.0.0"}, silent)) as MadeVersion;
  files = archiveFiles(made);
  book = unzipped(files.get("figures.xlsx") as Uint8Array);
});

const text = (name: string): string => files.get(name) as string;

/** By the directory at the end, as programs read a zip; each file's checksum is looked at. */
function unzipped(bytes: Uint8Array): Record<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, more, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt32LE(at + 42)
    ];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(start, start + packed));
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    expect(content.length).toBe(zip.readUInt32LE(at + 24));
    files[zip.toString("utf8", at + 46, at + 46 + name)] = content.toString("utf8");
    at += 46 + name + more + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Whether every element is closed in its turn and no sign stands bare. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^>]*\?>/, "")
    .replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<>]*")*)\s*(\/?)>/g, (_, close, name, __, empty) => {
      if (close && open.pop() !== name) open.push("wrong");
      if (!close && !empty) open.push(name as string);
      return "";
    });
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)/.test(rest);
}

const sheetNamed = (name: string): string => {
  const sheets = [...book["xl/workbook.xml"]!.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
  const id = sheets.find(([, found]) => found === name)?.[2];
  return book[`xl/worksheets/sheet${id}.xml`] ?? "";
};

describe("a zip archive", () => {
  it("holds what was put in, and is the same bytes each time", () => {
    const entries = [
      {name: "a/ä.txt", content: "eins"},
      {name: "empty", content: ""},
      {name: "long", content: "ab".repeat(100_000)}
    ];
    const bytes = zipFile(entries);
    expect(unzipped(bytes)).toEqual({"a/ä.txt": "eins", empty: "", long: "ab".repeat(100_000)});
    expect(Buffer.from(zipFile(entries)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("the workbook", () => {
  it("has contents, the seven classic parts, definitions, and a sheet for each figure", () => {
    const names = [...book["xl/workbook.xml"]!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names.slice(0, 10)).toEqual([
      "Contents",
      "1 Title",
      "2 Population flow",
      "3 Consistency checks",
      "4 Wrangling steps",
      "5 Column derivations",
      "6 Visualizations",
      "7 Recommendations",
      "Measures",
      "Facts"
    ]);
    expect(names).toHaveLength(
      10 + made.publication.downloads.filter(({path}) => path.endsWith(".csv")).length
    );
    expect(new Set(names.map((name) => name!.toLowerCase())).size).toBe(names.length);
  });

  it("holds the numbers of a figure's CSV as numbers", () => {
    const csv = made.publication.downloads.find(({path}) => path === "data/loyalty-orders.csv")!.content;
    const [, ...rows] = parseCsv(csv) as string[][];
    const name = /<sheet name="([^"]* loyalty-orders)"/.exec(book["xl/workbook.xml"]!)?.[1] ?? "";
    const xml = sheetNamed(name);
    const numbers = [...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(rows.flatMap((row) => row.filter((cell) => /^\d/.test(cell)).map(Number)));
  });

  it("holds no formula, whatever a label begins with", () => {
    const sheets = Object.values(book).join("");
    expect(sheets).not.toMatch(/<f[ >]/);
    expect(sheetNamed("5 Column derivations")).toContain(
      't="inlineStr"><is><t xml:space="preserve">=HYPERLINK(1)'
    );
  });

  it("is the same bytes each time", () => {
    const again = archiveFiles(made).get("figures.xlsx") as Uint8Array;
    expect(Buffer.from(again).equals(Buffer.from(files.get("figures.xlsx") as Uint8Array))).toBe(true);
  });

  it("is well-formed XML in every part", () => {
    for (const [name, content] of Object.entries(book)) expect(isWellFormed(content), name).toBe(true);
    expect(isWellFormed("<a><b></a>")).toBe(false);
  });
});

describe("what is for citing and archiving", () => {
  it("cites version, date and author, in CFF and BibTeX", () => {
    expect(parseYaml(text("CITATION.cff"))).toMatchObject({
      "cff-version": "1.2.0",
      version: "1.0.0",
      "date-released": made.config.report.date,
      authors: [{name: made.config.report.organisation}]
    });
    expect(text("citation.bib")).toMatch(/^@techreport\{[a-z0-9-]+-1\.0\.0,\n( {2}\w+ += \{.*\},?\n)+\}\n$/);
  });

  it("describes every CSV with its columns in their order", () => {
    const {resources} = JSON.parse(text("datapackage.json")) as {
      resources: {
        name: string;
        path: string;
        bytes: number;
        schema: {fields: {name: string; type: string}[]};
      }[];
    };
    const csvs = made.publication.downloads.filter(({path}) => path.endsWith(".csv"));
    expect(resources.map(({path}) => path)).toEqual(csvs.map(({path}) => path));
    for (const [at, {schema, bytes, name}] of resources.entries()) {
      const [header, ...rows] = parseCsv(csvs[at]!.content) as string[][];
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      expect(bytes).toBe(Buffer.byteLength(csvs[at]!.content));
      expect(schema.fields.map((field) => field.name)).toEqual(header);
      for (const [column, {type}] of schema.fields.entries())
        if (type === "number") for (const row of rows) expect(Number(row[column])).not.toBeNaN();
    }
  });
});
