import {isCollection, isScalar, visit} from "yaml";
import type {Document} from "yaml";
import type {SyntaxFault} from "./syntaxFaults.ts";

/** The innermost bracket or quote that is opened and not closed. The parser only sees it lines later. */
export function unclosed(document: Document, content: string): SyntaxFault | undefined {
  let found: SyntaxFault | undefined;
  visit(document, {
    Node: (_key, node) => {
      const [from, to] = node.range ?? [0, 0];
      const open = content[from] ?? "";
      const isFlow = isCollection(node) && node.flow === true;
      const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      const close = {"{": "}", "[": "]"}[open] ?? open;
      if ((isFlow || isQuoted) && (content[to - 1] !== close || to - 1 === from))
        found = fault(from, open, close, content);
    }
  });
  return found;
}

function fault(at: number, open: string, close: string, content: string): SyntaxFault {
  const line = /^[^\n]*/.exec(content.slice(at))?.[0] ?? "";
  const comment = open === "{" || open === "[" ? / (#[^\n]*)/.exec(line)?.[1] : undefined;
  const hint = comment?.includes(close)
    ? "; what follows # is a comment: put quotes around a text with #"
    : "";
  const message =
    open === close
      ? `this quote is not closed; write ${close} at the end of the text`
      : `${open} is not closed; write ${close} at its end`;
  return {at, width: 1, message: message + hint, fatal: true};
}
