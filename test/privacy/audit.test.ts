import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {deflateRawSync, deflateSync, gzipSync} from "node:zlib";
import {PDFDocument, StandardFonts} from "@cantoo/pdf-lib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildReport} from "../../publish/buildReport.ts";
import {zipFile} from "../../publish/archive/zipFile.ts";
import type {Progress} from "../../publish/progress.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {readPdf} from "../pdf/readPdf.ts";
import {planWorld} from "../publish/plan/planWorld.ts";
import type {PlanWorld} from "../publish/plan/planWorld.ts";
import {attacksOf} from "./attacks.ts";
import {canariesIn} from "./canaries.ts";
import type {Canaries} from "./canaries.ts";
import {ABSURD_INCOME, writeSpiedShop} from "./spiedShop.ts";
import {textsIn} from "./textsIn.ts";

const minutes = 60_000;

describe("the auditor", () => {
  const canaries: Canaries = {texts: ["zephyrquill"], numbers: new Set(["398765432"])};
  const found = async (bytes: Buffer): Promise<string[]> =>
    (await textsIn(bytes)).flatMap((text) => canariesIn(text, canaries));
  const chunk = (type: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    return Buffer.concat([size, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const secret = "x Zephyrquill9";
  const hidden: Readonly<Record<string, Buffer>> = {
    "plain text": Buffer.from(secret),
    "HTML entities": Buffer.from("&#90;&#x65;phyrquill"),
    "percent signs": Buffer.from("%5Aephyr%71uill"),
    "JSON escapes": Buffer.from("\\u005aephyrquill"),
    "UTF-16": Buffer.from(secret, "utf16le"),
    base64: Buffer.from(`data:text/plain;base64,${Buffer.from(secret).toString("base64")}`),
    gzip: gzipSync(secret),
    "gzip in base64": Buffer.from(gzipSync(secret).toString("base64")),
    "a zip or workbook": Buffer.from(zipFile([{name: "xl/a.xml", content: secret}])),
    "a PNG's text": Buffer.concat([
      Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
      chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(secret)]))
    ]),
    "a number": Buffer.from("a,398765432,b"),
    "a number in groups": Buffer.from("income of 398,765,432 dollars")
  };
  for (const [where, bytes] of Object.entries(hidden))
    it(`finds a canary in ${where}`, async () => {
      expect(await found(bytes)).not.toEqual([]);
    });

  it.each(["drawn on a page", "its title", "attached"])("finds a canary in a PDF, %s", async (where) => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    if (where === "its title") pdf.setTitle(secret);
    else if (where === "attached") await pdf.attach(Buffer.from(secret), "a.txt");
    else page.drawText(secret, {font: await pdf.embedFont(StandardFonts.Helvetica)});
    expect(await found(Buffer.from(await pdf.save()))).not.toEqual([]);
  });

  it("finds nothing in what only looks like it", async () => {
    for (const text of [
      "Zephyr quill",
      "0.398765432",
      "3987654321",
      "a398765432f",
      deflateRawSync("x").toString("hex")
    ])
      expect(await found(Buffer.from(text))).toEqual([]);
  });
});

describe.skipIf(!process.env.CARTOGRAPH_FULL)("a version really built", () => {
  const {attack} = attacksOf(
    "privacy",
    "canaries are planted in names, incomes, dates and ids, and searched for in all that is published"
  );
  let world: PlanWorld;
  let cache: string;
  let canaries: Canaries;
  const said: string[] = [];
  const listening: Progress = {
    at: (step) => void said.push(step),
    done: (step, detail = "") => void said.push(`${step} ${detail}`),
    line: (text) => void said.push(text)
  };
  const build = (version: string, dist: string): Promise<string> =>
    buildReport(
      {...world.folders, cache, dist: join(world.folders.dist, dist)},
      {publish: {version}, zip: true},
      listening
    );
  let [first, second] = ["", ""];

  beforeAll(async () => {
    world = planWorld();
    mkdirSync(".cache", {recursive: true});
    cache = mkdtempSync(join(process.cwd(), ".cache/privacy-")); // the site is rendered inside the project
    world.edit("config/segments.yaml", [
      "  age_by_region:",
      "  income_group:\n    title: Income group\n    by: customer.income\n    bins: { quantiles: 3, labels: [Lower, Middle, Upper] }\n  age_by_region:"
    ]);
    world.edit("pages/index.md", ["by: loyalty", "by: income_group"]);
    canaries = writeSpiedShop(world.folders.data);
    first = await build("1.0.0", "first");
    writeSpiedShop(world.folders.data, 1);
    second = await build("1.0.0", "second");
  }, 20 * minutes);
  afterAll(() => rmSync(cache, {recursive: true, force: true}));

  /** A file without the digests of what it was made of; of a PDF, what its pages show. */
  const told = async (path: string): Promise<string[]> => {
    const bytes = readFileSync(path);
    const texts = path.endsWith(".pdf")
      ? (await readPdf(bytes)).pages.map(({text}) => text)
      : await textsIn(bytes);
    const digest = /(?<=· )[\da-f]{8}|[\da-f]{12,64}|"(bytes|contentSize)": "?\d+"?/gi;
    return texts.map((text) => text.replaceAll(digest, "a digest"));
  };

  attack("tells no name, gender, date, income or id in any file", 5 * minutes, async () => {
    const dist = join(first, "..");
    const files = filesIn(dist).filter((path) => !/^latest(\/|$)/.test(path));
    expect(files.some((path) => path.endsWith(".pdf"))).toBe(true);
    const leaks: string[] = [];
    for (const path of files)
      for (const text of [path, ...(await textsIn(readFileSync(join(dist, path))))])
        for (const canary of canariesIn(text, canaries)) leaks.push(`${path}: ${canary}`);
    expect([...new Set(leaks)]).toEqual([]);
  });

  attack("tells none in what it says while it builds", minutes, () => {
    expect(said.length).toBeGreaterThan(10);
    expect(said.flatMap((text) => canariesIn(text, canaries))).toEqual([]);
  });

  attack("is the same bytes when names and genders change customers", 2 * minutes, async () => {
    const files = filesIn(first);
    expect(filesIn(second)).toEqual(files);
    const differing = files.filter(
      (path) => !readFileSync(join(first, path)).equals(readFileSync(join(second, path)))
    );
    const digested = ["CITATION.cff", "manifest.json", "report.pdf", "ro-crate-metadata.json"];
    expect(differing.filter((path) => !digested.includes(path))).toEqual([]);
    // These name the files that they were made of by digests, of which names are a part; all else in them is the same.
    for (const path of differing)
      expect(await told(join(second, path)), path).toEqual(await told(join(first, path)));
  });

  attack("shows one absurd income on no axis, and in no number near it", minutes, async () => {
    for (const path of filesIn(first).filter((name) => /\.(html|csv|svg|json)$/.test(name)))
      for (const text of await textsIn(readFileSync(join(first, path))))
        expect(
          text.includes(ABSURD_INCOME) ||
            /9,876,543|\b9\.9M\b|\b10M\b|10,000,000(?! is)/.test(text.replaceAll("up_to", "")),
          path
        ).toBe(false);
  });

  attack("counts fewer than ten customers in no text, tooltip or description", 2 * minutes, async () => {
    const few = /(?<![\d.,]|1 in )\b[1-9] customers?\b/g;
    let counted = 0;
    const told: string[] = [];
    for (const path of filesIn(first).filter((name) => /\.(html|svg|pdf|xlsx|json|csv)$/.test(name)))
      for (const text of await textsIn(readFileSync(join(first, path)))) {
        counted += (text.match(/\d customers\b/g) ?? []).length;
        for (const [words] of text.matchAll(few)) told.push(`${path}: ${words}`);
      }
    expect(counted).toBeGreaterThan(10);
    expect([...new Set(told)]).toEqual([]);
  });

  attack("names no id when rows are wrong", 2 * minutes, async () => {
    const path = join(world.folders.data, "orders.csv");
    const broken = readFileSync(path, "utf8").replaceAll(/,prior,(\d+),\d,/g, ",prior,$1,x,");
    writeFileSync(path, broken);
    const error = await build("2.0.0", "third").then(
      () => undefined,
      (reason: Error) => reason
    );
    expect(error?.message).toContain("orders.csv");
    expect(canariesIn(`${error?.message}`, canaries)).toEqual([]);
    const row = broken.split("\n").find((line) => line.includes(",x,"))!;
    expect(error?.message).not.toContain(row.split(",")[1]!);
  });
});
