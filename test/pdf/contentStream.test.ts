import {describe, expect, it} from "vitest";
import {contentStream, operations} from "../../publish/pdf/contentStream.ts";
import {fontLetters, withPlainQuotes} from "../../publish/pdf/fontLetters.ts";
import {markedBoxes} from "../../publish/pdf/markedBoxes.ts";
import type {PageTags} from "../../publish/pdf/pageArtifacts.ts";
import {pageArtifacts} from "../../publish/pdf/pageArtifacts.ts";
import {wordBreaks} from "../../publish/pdf/wordBreaks.ts";

const nothing: PageTags = {isTagged: () => false, dropped: new Set()};
const marked = (content: string, tags = nothing) =>
  contentStream(pageArtifacts(operations(content), tags)).replaceAll("\n", " ");

describe("a content stream", () => {
  it("is read into operations, strings and dictionaries whole", () => {
    const content =
      "q % a remark (\n/P <</MCID 0 /A [1 (x)] >>BDC (a\\)(b) c) Tj [(x) -1.5 <00ff>] TJ true false null x EMC Q";
    expect(operations(content).map(({operands, operator}) => [...operands, operator])).toEqual([
      ["q"],
      ["/P", "<</MCID 0 /A [1 (x)] >>", "BDC"],
      ["(a\\)(b) c)", "Tj"],
      ["[(x) -1.5 <00ff>]", "TJ"],
      ["true", "false", "null", "x"],
      ["EMC"],
      ["Q"]
    ]);
  });

  it.each(["BI /W 1 ID x EI", "(never ends", "[1 2", ") Tj"])(
    "that Chromium would not write is refused: %s",
    (content) => {
      expect(() => operations(content)).toThrow();
    }
  );

  it("is written with short places and exact matrices", () => {
    expect(
      contentStream(
        operations(".91666 0 0 .91666 12.3456 -33853.12345 cm 1.23456 -.005 Td 10 .1234567 m .1059 .2 .3 rg")
      )
    ).toBe(".91666 0 0 .91666 12.3456 -33853.12345 cm\n1.23 -0.01 Td\n10 0.12 m\n.1059 .2 .3 rg");
  });
});

describe("artifacts", () => {
  it.each([
    ["a path", "0 0 m 1 1 l S", "/Artifact BMC 0 0 m 1 1 l S EMC"],
    ["a path that only clips", "0 0 1 1 re W n", "0 0 1 1 re W n"],
    ["a text", "BT /F1 8 Tf (x) Tj ET", "/Artifact BMC BT /F1 8 Tf (x) Tj ET EMC"],
    ["neighbours together", "0 0 1 1 re f 2 0 1 1 re f", "/Artifact BMC 0 0 1 1 re f 2 0 1 1 re f EMC"],
    ["a form", "/X1 Do", "/Artifact BMC /X1 Do EMC"],
    [
      "nothing that is tagged",
      "/P <</MCID 0>> BDC 0 0 1 1 re f BT (x) Tj ET EMC",
      "/P <</MCID 0>> BDC 0 0 1 1 re f BT (x) Tj ET EMC"
    ],
    [
      "what stands between",
      "/P <</MCID 0>> BDC EMC 0 0 1 1 re f /P <</MCID 1>> BDC EMC",
      "/P <</MCID 0>> BDC EMC /Artifact BMC 0 0 1 1 re f EMC /P <</MCID 1>> BDC EMC"
    ],
    [
      "text around a tag, piece by piece",
      "BT (a) Tj /P <</MCID 0>> BDC (b) Tj EMC ET",
      "BT /Artifact BMC (a) Tj EMC /P <</MCID 0>> BDC (b) Tj EMC ET"
    ]
  ])("wrap %s", (_, content, expected) => {
    expect(marked(content)).toBe(expected);
  });

  it("take in marked content that the structure dropped, and leave forms with tags alone", () => {
    expect(marked("/TH <</MCID 3>> BDC (x) Tj EMC", {...nothing, dropped: new Set([3])})).toBe(
      "/Artifact BMC (x) Tj EMC"
    );
    expect(marked("/X1 Do", {...nothing, isTagged: (form: string) => form === "X1"})).toBe("/X1 Do");
  });
});

describe("word breaks", () => {
  const broken = (content: string) =>
    contentStream(
      wordBreaks(operations(`/P <</MCID 0>> BDC BT /F1 10 Tf ${content} ET EMC`), new Map([["F1", "0003"]]))
    ).match(/<\w+> Tj/g);

  it("end every line with a space, once", () => {
    expect(broken("1 0 0 -1 0 50 Tm <0001> Tj 6 0 Td <0002> Tj 1 0 0 -1 0 70 Tm <0004> Tj")).toEqual([
      "<0001> Tj",
      "<0002> Tj",
      "<0003> Tj",
      "<0004> Tj",
      "<0003> Tj"
    ]);
    expect(broken("1 0 0 -1 0 50 Tm <00010003> Tj 1 0 0 -1 0 70 Tm <0004> Tj")).toEqual([
      "<00010003> Tj",
      "<0004> Tj",
      "<0003> Tj"
    ]);
  });

  it("keep raised letters in their line", () => {
    expect(broken("1 0 0 -1 0 50 Tm <0001> Tj 1 0 0 -1 6 46 Tm <0002> Tj")).toEqual([
      "<0001> Tj",
      "<0002> Tj",
      "<0003> Tj"
    ]);
  });
});

describe("fonts", () => {
  const map =
    "1 beginbfchar\n<0003> <0020>\n<0010> <02bc>\nendbfchar\n1 beginbfrange\n<0020> <0021> <02BB>\nendbfrange\n";
  it("say what their glyphs stand for", () => {
    expect([...fontLetters(map)]).toEqual([
      ["0003", " "],
      ["0010", "ʼ"],
      ["0020", "ʻ"],
      ["0021", "ʼ"]
    ]);
  });

  it("mean quotation marks where they draw them", () => {
    expect([...fontLetters(withPlainQuotes(map)).values()].join("")).toBe(" ’‘’");
  });
});

it("finds where marked content paints, clips aside", () => {
  const boxes = markedBoxes(
    operations("2 0 0 2 10 10 cm /F <</MCID 5>> BDC 0 0 500 500 re W n 1 1 3 4 re f EMC 90 90 9 9 re f")
  );
  expect([...boxes]).toEqual([[5, [12, 12, 18, 20]]]);
});
