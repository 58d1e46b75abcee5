import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {ConfigFile} from "../../data-loaders/config/readConfig.ts";
import {fixtureText, readEdited} from "./editedConfig.ts";

interface WrongEdit {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly says: readonly string[];
}

/** Blocks of a name, lines taken away with `- `, lines put there with `+ `, and what is said about it. */
function wrongEdits(file: ConfigFile): WrongEdit[] {
  const text = readFileSync(new URL(`wrong-edits/${file.replace("yaml", "txt")}`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const [name = "", ...lines] = block.split("\n");
      const marked = (mark: string) =>
        lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
      return {
        name,
        from: marked("- ").join("\n"),
        to: marked("+ ").join("\n"),
        says: lines.filter((line) => !/^[-+] /.test(line))
      };
    });
}

/** Where nothing takes the place of whole lines, their line end goes too. */
function edited(content: string, {from, to}: WrongEdit): string {
  const taken = to === "" && content.includes(`${from}\n`) ? `${from}\n` : from;
  expect(content).toContain(taken);
  return content.replace(taken, () => to);
}

describe.each(["sources.yaml", "segments.yaml", "measures.yaml", "report.yaml"] as const)(
  "a wrong edit of %s",
  (file) => {
    it.each(wrongEdits(file))("$name", (edit) => {
      expect(readEdited({[file]: edited(fixtureText(file), edit)}).lines).toEqual(edit.says);
    });
  }
);

describe("a file that cannot be read", () => {
  it.each([
    ["is not there", null, "config/report.yaml: is not there; a report needs this file"],
    ["is empty", "", "config/report.yaml:1:1: the file is empty"],
    ["has comments only", "# later\n", "config/report.yaml:1:1: the file is empty"],
    ["is a list", "- title\n", "config/report.yaml:1:1: a group of entries { … } is needed, not a list"],
    [
      "is a text",
      "hello\n",
      'config/report.yaml:1:1: a group of entries { … } is needed, not the text "hello"'
    ],
    [
      "is not UTF-8",
      Uint8Array.of(0xff, 0xfe, 0x74, 0),
      "config/report.yaml: is not UTF-8 text; save it as plain text with the encoding UTF-8"
    ],
    [
      "is huge",
      "#".repeat(1_000_001),
      "config/report.yaml: is larger than 1 MB; is it a configuration file?"
    ],
    [
      "is nested without end",
      "[".repeat(20_000),
      "config/report.yaml:1:1: the file is nested too deeply to be read"
    ],
    [
      "asks for old YAML",
      "%YAML 1.1\n---\ntitle: yes\n",
      "config/report.yaml:1:1: a line that begins with % is not possible here"
    ],
    [
      "has a non-breaking space",
      "title:\u00a0Report\n",
      "config/report.yaml:1:7: this is a non-breaking space (from a word processor?); write a plain space"
    ]
  ])("because it %s", (_, content, line) => {
    expect(readEdited({"report.yaml": content}).lines).toEqual([line]);
  });
});

it("tells the problems of all files at once, in the order of the files and lines", () => {
  const {lines} = readEdited({
    "sources.yaml": fixtureText("sources.yaml").replace("day_zero: Saturday", "day_zero: Satuday"),
    "segments.yaml": fixtureText("segments.yaml")
      .replace("up_to: 40", "up_to: 4")
      .replace("by: orders_placed", "by: order_placed"),
    "measures.yaml": null,
    "report.yaml": fixtureText("report.yaml")
      .replace("paper: A4", "paper: A5")
      .replace("[profile]", "[profil]")
  });
  expect(lines).toEqual([
    "config/measures.yaml: is not there; a report needs this file",
    'config/sources.yaml:3:11 day_zero: "Satuday" is not possible; did you mean "Saturday"?',
    'config/segments.yaml:10:9 segmentations.loyalty.by: unknown fact or column; did you mean "orders_placed"?',
    "config/segments.yaml:13:34 segmentations.loyalty.bins[1].up_to: bins have to rise, and 4 comes after 10",
    'config/report.yaml:8:8 paper: "A5" is not possible; did you mean "A4"?',
    'config/report.yaml:10:17 segment_pages[0]: unknown segmentation; did you mean "profile"?'
  ]);
});

it("does not call columns or segmentations unknown where their file cannot be read", () => {
  expect(readEdited({"sources.yaml": "a: [\n"}).lines).toEqual([
    "config/sources.yaml:1:4: [ is not closed; write ] at its end"
  ]);
  expect(readEdited({"segments.yaml": "a: [\n"}).lines).toEqual([
    "config/segments.yaml:1:4: [ is not closed; write ] at its end"
  ]);
});
