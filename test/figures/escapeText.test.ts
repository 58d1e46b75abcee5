import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {escapeHtml, escapeMarkdown, plainText} from "../../src/charts/escapeText.ts";

const hostile = [
  "<script>alert(1)</script>",
  "</svg><img src=x onerror=alert(1)>",
  `"quoted" 'and' \`ticked\``,
  "$" + "{globalThis.process}",
  "{{ report.version }}",
  "**bold** _thin_ [link](http://example.com) ![i](x)",
  "http://example.com/a",
  "# heading",
  "1. list",
  "- list",
  "| a | b |",
  "a\n\nb",
  "&amp; &lt;",
  "~~~js",
  "\\*"
];

describe("escapeMarkdown", () => {
  const markdown = new MarkdownIt({html: true, linkify: true});
  it.each(hostile)("%j stays text", (text) => {
    const rendered = markdown.render(escapeMarkdown(text));
    const shown = rendered.replace(/^<p>|<\/p>\n$/g, "");
    expect(shown).not.toMatch(/</);
    expect(escapeMarkdown(text)).not.toMatch(/[${}]/);
    const entities: Record<string, string> = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"};
    expect(shown.replace(/&(lt|gt|quot|amp);/g, (name) => entities[name]!)).toBe(plainText(text));
  });
});

describe("escapeHtml", () => {
  it.each(hostile)("%j stays text", (text) => expect(escapeHtml(text)).not.toMatch(/[<>"'`${}\n]/));
});

it("plainText takes out controls and direction overrides", () => {
  expect(plainText("a\u0000\tb\u202ec\n\n d")).toBe("a bc d");
});
