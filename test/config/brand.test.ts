import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {deflateSync} from "node:zlib";
import {afterAll, describe, expect, it} from "vitest";
import type {Brand} from "../../data-loaders/config/brand.ts";
import {readableOn} from "../../data-loaders/config/checks/accentOn.ts";
import {contrast} from "../../data-loaders/config/checks/contrast.ts";
import {problemLine} from "../../data-loaders/config/problem.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {brandReading} from "../../data-loaders/config/readBrand.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";

const folder = mkdtempSync(join(tmpdir(), "cartograph-brand-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function read(text: string): {readonly brand?: Brand; readonly lines: readonly string[]} {
  const {problems, exact} = brandReading(parseYaml("config/brand.yaml", text).yaml!, folder);
  return problems.length > 0 ? {lines: problems.map(problemLine)} : {brand: exact(), lines: []};
}

/** As the tokens have them. */
const css = readFileSync("src/theme/tokens.css", "utf8").split("@media");
const grounds = {light: groundsIn(css[0]!), dark: groundsIn(css[1]!)};

function groundsIn(sheet: string): string[] {
  return ["paper", "surface"].map((name) => new RegExp(`--${name}: (#\\w{6})`).exec(sheet)![1]!);
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

describe("accent", () => {
  it("is refused where text in it can't be read, with its contrast and a shade that can", () => {
    expect(read('accent: "#f0c000"').lines).toEqual([
      expect.stringMatching(
        /^config\/brand\.yaml:1:9 accent: has a contrast of 1\.5:1 on the light ground #f4f2ed, and text needs 4\.5:1; "#[0-9a-f]{6}" has enough$/
      )
    ]);
    expect(read('accent: "#0b5fa5"\naccent_dark: "#123456"').lines[0]).toContain(
      "on the dark ground #1e242b"
    );
  });

  it("has a lighter shade for dark screens, readable there and of the same hue", () => {
    const {accent} = read('accent: "#7a1f5c"').brand!;
    expect(accent!.light).toBe("#7a1f5c");
    for (const on of grounds.dark) expect(contrast(accent!.dark, on)).toBeGreaterThanOrEqual(4.5);
    expect(read('accent: "#7a1f5c"\naccent_dark: "#e6a0cc"').brand!.accent!.dark).toBe("#e6a0cc");
  });

  it("can be made readable whatever it is, and no further from itself than needed", () => {
    for (const colour of ["#000000", "#ffffff", "#ff0000", "#00ff00", "#ffff00", "#777777"]) {
      for (const ground of ["light", "dark"] as const) {
        const shade = readableOn(colour, ground);
        const least = Math.min(...grounds[ground].map((on) => contrast(shade, on)));
        expect(least).toBeGreaterThanOrEqual(4.5);
        expect(shade === colour || least < 4.8).toBe(true);
      }
    }
  });

  it("is a colour in quotes", () => {
    expect(read("accent: blue").lines[0]).toContain("a colour is needed");
    expect(read('accent_dark: "#ffffff"').lines[0]).toContain("stands beside `accent`");
  });
});

describe("logo", () => {
  it("keeps the shapes of an SVG and nothing that runs, loads or leads elsewhere", () => {
    put(
      "logo.svg",
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)">
<script>alert(1)</script><style>*{fill:url(https://e.com)}</style><foreignObject><body onclick="x()"/></foreignObject>
<a href="javascript:alert(1)"><rect width="5" height="5"/></a><image href="https://e.com/x.png"/>
<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>
<rect x="1" width="10" height="10" fill="url(#g)" style="fill:url(//e.com)" onmouseover="x()"/>
<rect width="3" height="3" fill="url(https://e.com/a)"/><use href="#g"/><use href="https://e.com/#x"/>
<text font-size="4">A &amp; B</text><set attributeName="href" to="javascript:x"/></svg>`
    );
    const {kind, content, width, height} = read("logo: logo.svg").brand!.logo!;
    expect([kind, width, height]).toEqual(["svg", 40, 20]);
    expect(content).not.toMatch(
      /script|alert|onload|onclick|onmouse|https?:\/\/(?!www\.w3\.org\/2000\/svg")|style|image|foreign|<set|<a\b|ENTITY/i
    );
    for (const kept of ['viewBox="0 0 40 20"', 'fill="url(#g)"', "<linearGradient", 'href="#g"', "A &amp; B"])
      expect(content).toContain(kept);
  });

  it("keeps of a PNG what is drawn, not where and with what it was taken", () => {
    put(
      "logo.png",
      png([
        ["tEXt", "Author\u0000Jane Doe"],
        ["eXIf", "gps"]
      ])
    );
    const {kind, content, width, height} = read("logo: logo.png").brand!.logo!;
    expect([kind, width, height]).toEqual(["png", 2, 1]);
    expect(Buffer.from(content).toString("latin1")).not.toMatch(/Jane|gps/);
    expect(Buffer.from(content).equals(png([]))).toBe(true);
  });

  it.each([
    ["logo: other.svg", "there is no file other.svg beside brand.yaml"],
    ["logo: ../secret.svg", "a file beside brand.yaml is needed"],
    ["logo: /etc/passwd", "a file beside brand.yaml is needed"],
    ["logo: page.svg", "is no SVG with a viewBox"],
    ["logo: text.png", "is no PNG"],
    ["logo: large.svg", "at most 200 kB fit"]
  ])("is refused kindly: %s", (text, says) => {
    put("page.svg", "<html><body>hello</body></html>");
    put("text.png", "not a picture");
    put("large.svg", `<svg viewBox="0 0 1 1">${" ".repeat(210_000)}</svg>`);
    expect(read(text).lines).toEqual([expect.stringContaining(says)]);
  });
});

describe("headings", () => {
  it("are set in a face that comes along, or in a web font beside the file", () => {
    put("Acme_Sans.woff2", "wOF2 and so on");
    expect(read("headings: Source Sans 3").brand!.headings).toEqual({kind: "shipped", name: "Source Sans 3"});
    expect(read("headings: Acme_Sans.woff2").brand!.headings).toMatchObject({kind: "own", name: "Acme Sans"});
  });

  it.each([
    ["headings: Source Serif", 'did you mean "Source Serif 4"?'],
    ["headings: none.woff2", "there is no file"],
    ["headings: fake.woff2", "is no font"]
  ])("are refused kindly: %s", (text, says) => {
    put("fake.woff2", "<html>");
    expect(read(text).lines).toEqual([expect.stringContaining(says)]);
  });
});

it("the shipped brand is Cartograph's own look", () => {
  const tokens = readFileSync("src/theme/tokens.css", "utf8");
  const {brand} = readConfig("config").report;
  for (const shade of Object.values(brand!.accent!)) expect(tokens).toContain(`--accent: ${shade};`);
});

/** One pixel beside another, with more parts between header and pixels. */
function png(more: readonly (readonly [string, string])[]): Buffer {
  const part = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(name, 4, "latin1");
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part("IHDR", header),
    ...more.map(([name, text]) => part(name, Buffer.from(text, "latin1"))),
    part("IDAT", deflateSync(Buffer.from([0, 1, 2]))),
    part("IEND", Buffer.alloc(0))
  ]);
}
