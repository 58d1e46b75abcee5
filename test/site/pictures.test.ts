import {readFileSync, writeFileSync} from "node:fs";
import {inflateSync} from "node:zlib";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Browser} from "puppeteer";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {drawPngs} from "../../publish/site/pictures/drawPngs.ts";
import {figurePicture} from "../../publish/site/pictures/figurePicture.ts";
import {lightColours} from "../../publish/site/pictures/lightColours.ts";
import {pictureFiles} from "../../publish/site/pictures/pictureFiles.ts";
import {withPictureLinks} from "../../publish/site/pictures/pictureLinks.ts";
import {picturesOf} from "../../publish/site/pictures/picturesOf.ts";
import {projectRoot} from "../../publish/site/projectRoot.ts";
import {themeFiles} from "../../publish/site/themeFiles.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {figure, fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const theme = await themeFiles(projectRoot());
const colours = lightColours(theme.css);
const pictures = picturesOf(fixturePublication(), colours);

describe("a figure as SVG", () => {
  it("is there for every figure of the report", () => {
    expect(pictures.map(({id}) => id)).toEqual(fixturePublication().pages.flatMap(({figures}) => figures));
  });

  it("stands by itself: own colours, no style sheet, no script, nothing to load", () => {
    for (const {svg} of pictures) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).not.toMatch(/var\(|<style|<script|href=|url\((?!#)|data-tip|class=/);
      expect(svg).toContain('color="#1b2127"');
    }
  });

  it("says what its figure says: number, headline, subtitle, note", () => {
    const {document} = parseHTML(`<body>${pictures[0]!.svg}</body>`);
    const text = document.querySelector("svg")!.textContent!.replace(/\s+/g, " ");
    for (const words of ["Figure 1", "Saturday brings 1 in 6 orders", "all customers", "Source: orders."])
      expect(text).toContain(words);
  });

  it("draws a table whose every cell is there", () => {
    const table =
      '<div class="table-scroll"><table class="heat-table"><thead><tr><th>Department</th><th>A &amp; B</th></tr></thead><tbody><tr><th>milk</th><td class="heat-7">12.5%<span class="below">11 to 14</span></td></tr></tbody></table></div>';
    const {svg} = figurePicture(
      figure("t", "A table", table, "data/t.csv").replace(/<details.*<\/details>/s, ""),
      colours
    );
    for (const words of ["Department", "A &#38; B", "milk", "12.5%", "11 to 14"])
      expect(svg).toContain(`>${words}<`);
    expect(svg).toContain('fill="#00385d"');
  });

  it("holds hostile words as text", () => {
    const {svg} = figurePicture(
      figure("h", "&#60;script&#62;alert(1)&#60;/script&#62; {{ x }}", "<p>c</p>", "data/h.csv"),
      colours
    );
    expect(svg).not.toContain("<script");
  });
});

describe("links to pictures", () => {
  it("say kind and size, and lead to addresses that stay", () => {
    const files = pictureFiles(pictures, new Map([["orders-by-day", new Uint8Array(48_000)]]));
    const html = withPictureLinks(fixturePublication().pages[0]!.markdown, files, "./");
    expect(html).toContain('<a href="./data/orders-by-day.png" download>Figure 1 as PNG (48 kB)</a>');
    expect(html).toMatch(/<a href="\.\/data\/orders-by-day\.svg" download>Figure 1 as SVG \(\d+ kB\)<\/a>/);
  });
});

describe("a figure as PNG", () => {
  const folder = siteFolder();
  const options = {fonts: theme.fonts, cacheFolder: join(folder.path, "pictures")};
  const two = pictures.slice(0, 2);
  let launched = 0;
  const launch = (): Promise<Browser> => {
    launched += 1;
    return launchBrowser();
  };
  let drawn: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    drawn = await drawPngs(two, {...options, launch});
  });
  afterAll(folder.remove);

  it("is twice as wide and high as the SVG, with at most 256 colours, and holds more than its ground", () => {
    for (const {id, width, height} of two) {
      const png = Buffer.from(drawn.get(id)!);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
      const rows = inflateSync(png.subarray(png.indexOf("IDAT") + 4, png.length - 16));
      expect(rows).toHaveLength((2 * width + 1) * 2 * height);
      expect(new Set(rows).size).toBeGreaterThan(20);
    }
  });

  it("is drawn anew only when something changed, and is then the same, byte for byte", async () => {
    launched = 0;
    expect(await drawPngs(two, {...options, launch})).toEqual(drawn);
    expect(launched).toBe(0);
    const elsewhere = await drawPngs(two, {...options, launch, cacheFolder: join(folder.path, "again")});
    expect(launched).toBe(1);
    expect(elsewhere).toEqual(drawn);
  });

  it("is drawn anew where the kept one was spoilt", async () => {
    const file = join(options.cacheFolder, filesIn(options.cacheFolder)[0]!);
    const bytes = readFileSync(file);
    bytes[bytes.length - 100] = bytes[bytes.length - 100]! ^ 1;
    writeFileSync(file, bytes);
    expect(await drawPngs(two, {...options, launch})).toEqual(drawn);
  });

  it("leaves no picture behind that no figure has any more", async () => {
    await drawPngs(two.slice(0, 1), {...options, launch});
    expect(filesIn(options.cacheFolder)).toHaveLength(1);
  });
});
