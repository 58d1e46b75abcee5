import MarkdownIt from "markdown-it";

const dialect = new MarkdownIt({html: true, linkify: true});
dialect.linkify.set({fuzzyLink: false, fuzzyEmail: false});
dialect.core.ruler.push("heading_ids", ({tokens}) => {
  const taken = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.type !== "heading_open" || token.attrGet("id")) return;
    const text = (tokens[at + 1]?.children ?? []).filter(
      ({type}) => type === "text" || type === "code_inline"
    );
    token.attrSet("id", freeId(headingId(text.map(({content}) => content).join("")), taken));
  });
});

/** A page's HTML in the dialect of the site: HTML passes, links are recognised by their scheme, headings have ids. */
export function pageHtml(markdown: string): string {
  return dialect.render(markdown);
}

/** `So what, for whom?` as `so-what-for-whom`, so that a link to a heading holds in the site and in print. */
export function headingId(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/(\w)['’]([ts])\b/g, "$1$2")
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 1; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
