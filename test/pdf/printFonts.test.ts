import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {coveredText, lettersOf} from "../../publish/pdf/coveredText.ts";
import {fontGlyphs} from "../../publish/pdf/fontGlyphs.ts";
import {printFonts} from "../../publish/pdf/printFonts.ts";
import {reportDocument} from "../../publish/pdf/reportDocument.ts";
import {projectRoot} from "../../publish/site/projectRoot.ts";
import {reportFixture} from "./reportFixture.ts";

const missing = (text: string) => [...printFonts(lettersOf(`<p>${text}</p>`)).missing];

describe("the fonts of the print", () => {
  it("have the letters of product names and labels, and the signs of findings", () => {
    expect(missing("Häagen-Dazs® Crème Brûlée, Nestlé’s “naïve” jalapeño 50¢ · ½ – — …")).toEqual([]);
    expect(missing("Kraków Łódź Őrség Čevapčići Ğ ı ß Œ Æ Þ ñ")).toEqual([]);
    expect(missing("≤ 5 ≥ 10 ≈ ≠ → ← ± × − ² ∞ □")).toEqual([]);
    expect(missing("Ελληνικά Борщ Phở")).toEqual([]);
  });

  it("know what they lack", () => {
    expect(missing("Green tea 緑茶 🍌")).toEqual(["緑", "茶", "🍌"]);
  });

  it("are those that are needed", () => {
    const families = (text: string) =>
      new Set(
        [...printFonts(lettersOf(`<p>${text}</p>`)).css.matchAll(/font-family: ?'([^']+)'/g)].map(
          ([, name]) => name
        )
      );
    expect([...families("plain")]).toEqual(["Source Sans 3", "Source Serif 4"]);
    expect([...families("a → b")]).toContain("Noto Sans Math");
    expect(printFonts(lettersOf("<p>Борщ</p>")).css.length).toBeGreaterThan(
      printFonts(lettersOf("<p>Soup</p>")).css.length
    );
  });
});

it("reads from a font which letters it has", () => {
  const file = "node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2";
  const glyphs = fontGlyphs(join(projectRoot(), file));
  for (const letter of "Aé®’€−") expect(glyphs.has(letter.codePointAt(0)!)).toBe(true);
  for (const letter of "Ł≤茶") expect(glyphs.has(letter.codePointAt(0)!)).toBe(false);
  expect(() => fontGlyphs(join(projectRoot(), "package.json"))).toThrow(/is no WOFF2 font/);
});

describe("a letter that no font has", () => {
  it("is told with its label, and a box stands for it in the text alone", () => {
    const html = '<p title="茶">Green tea 茶, with 茶</p><b>🍌\ufe0f split</b>';
    const covered = coveredText(html, new Set(["茶", "🍌", "\ufe0f"]));
    expect(covered.html).toBe('<p title="茶">Green tea □, with □</p><b>□ split</b>');
    expect(covered.missing).toEqual([
      {letter: "茶", text: "Green tea 茶, with 茶"},
      {letter: "🍌", text: "🍌\ufe0f split"}
    ]);
  });

  it("in a page of the report is found wherever it stands, drawings and titles too", () => {
    const fixture = reportFixture(0);
    const pages = [
      {...fixture.pages[0]!, title: "Tea 茶", markdown: '# Tea 茶\n\n<svg role="img"><text>🍌</text></svg>\n'}
    ];
    const {missing, html} = reportDocument({...fixture, pages}, "x");
    expect(missing.map(({letter}) => letter)).toEqual(["茶", "🍌"]);
    expect(html.replace(/<title>[^<]*|<[^>]*>/g, "")).not.toMatch(/茶|🍌/);
  });
});
