/** The part of markdown-it's tokens and renderer that this touches; Framework brings its own copy. */
interface Token {
  readonly type: string;
  attrGet(name: string): string | null;
  attrs: [string, string][] | null;
}
export interface MarkdownRenderer {
  readonly core: {readonly ruler: {push(name: string, rule: (state: {tokens: Token[]}) => void): void}};
  readonly renderer: {rules: Record<string, unknown>};
}

/**
 * Tables written in Markdown scroll sideways in a box of their own on small screens, and align by class: an
 * inline style would need an exception in the page's security policy.
 */
export function withTableMarkup<Renderer extends MarkdownRenderer>(markdown: Renderer): Renderer {
  markdown.core.ruler.push("align_by_class", ({tokens}) => {
    for (const token of tokens) {
      const side = /^text-align:(\w+)$/.exec((token.attrs && token.attrGet("style")) ?? "")?.[1];
      if (side) token.attrs = [["class", `align-${side}`]];
    }
  });
  markdown.renderer.rules.table_open = () =>
    `<div class="table-scroll" role="group" aria-label="Table" tabindex="0">\n<table>\n`;
  markdown.renderer.rules.table_close = () => "</table>\n</div>\n";
  return markdown;
}
