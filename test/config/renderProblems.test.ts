import {describe, expect, it} from "vitest";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {renderProblems} from "../../data-loaders/config/renderProblems.ts";
import {fixtureText, readEdited} from "./editedConfig.ts";

const problem = (line: number, column: number, width = 1): Problem => ({
  file: "a.yaml",
  line,
  column,
  width,
  message: "is wrong"
});

describe("renderProblems", () => {
  it("shows the line with a pointer under what is meant", () => {
    const content = fixtureText("segments.yaml").replace("New, up_to", "New, up_too");
    const {problems} = readEdited({"segments.yaml": content});
    expect(renderProblems(problems, () => content)).toBe(
      [
        'config/segments.yaml:12:23 segmentations.loyalty.bins[0].up_too: unknown key; did you mean "up_to"?',
        "  12 |       - { label: New, up_too: 10 }",
        "                             ^^^^^^"
      ].join("\n")
    );
  });

  it("cuts a long line around what is meant", () => {
    const content = `${"a".repeat(200)} wrong ${"b".repeat(200)}`;
    const [, line = "", pointer = ""] = renderProblems([problem(1, 202, 5)], () => content).split("\n");
    expect(line.length).toBeLessThan(115);
    expect(line.slice(pointer.indexOf("^"), pointer.lastIndexOf("^") + 1)).toBe("wrong");
    expect(line).toMatch(/^ {2}1 \| …a+ wrong b+…$/);
  });

  it("shows no line of a file that is not there or of a problem without a place", () => {
    expect(renderProblems([problem(3, 1)], () => undefined)).toBe("a.yaml:3:1: is wrong");
    expect(renderProblems([{file: "a.yaml", message: "is not there"}], () => "text")).toBe(
      "a.yaml: is not there"
    );
  });

  it("fits one screen however many problems there are", () => {
    const text = renderProblems(
      Array.from({length: 30}, (_, index) => problem(index + 1, 1)),
      () => "x\n".repeat(30)
    );
    expect(text.split("\n").length).toBeLessThan(40);
    expect(text).toMatch(/\nand 12 more$/);
  });

  it("keeps texts from steering the terminal, and the pointer in its place", () => {
    const content = "label: \u001b[31mred\u202e, wrong";
    const text = renderProblems(
      [{...problem(1, content.indexOf("wrong") + 1, 5), message: 'no "\u001b[2J"'}],
      () => content
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(text).toContain('no "\\u001b[2J"');
    const [, line = "", pointer = ""] = text.split("\n");
    expect(line.indexOf("wrong")).toBe(pointer.indexOf("^"));
  });
});
