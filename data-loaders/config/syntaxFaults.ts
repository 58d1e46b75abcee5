import {isAlias, isScalar, isSeq, visit} from "yaml";
import type {Document, Node, Pair, YAMLError} from "yaml";
import type {Path} from "./path.ts";
import {quoted} from "./path.ts";
import {NESTED, syntaxMessage} from "./syntaxMessage.ts";
import {unclosed} from "./unclosed.ts";
import {wrongComparison} from "./wrongComparison.ts";

/** What is wrong with the writing of a file, before its meaning is looked at. */
export interface SyntaxFault {
  /** Offset in the text. */
  readonly at: number;
  readonly width: number;
  readonly path?: Path;
  readonly message: string;
  /** True where the values cannot be trusted any more. */
  readonly fatal: boolean;
}

/**
 * Every fault that stands for itself, and of those that follow from one another the first:
 * after an unclosed bracket a parser complains about each line.
 */
export function syntaxFaults(document: Document, content: string): readonly SyntaxFault[] {
  const errors = [...document.errors, ...document.warnings];
  const chained = errors.find(({code}) => code !== "DUPLICATE_KEY" && code !== "TAB_AS_INDENT");
  const faults = tabs(errors);
  if (chained && faults.length === 0) faults.push(chainedFault(chained, document, content));
  if (faults.length === 0)
    faults.push(...wholeFileFaults(document, content), ...unwantedNodes(document, content));
  faults.push(
    ...errors.filter(({code}) => code === "DUPLICATE_KEY").map((error) => duplicate(error, content))
  );
  return faults.sort((a, b) => a.at - b.at);
}

function tabs(errors: readonly YAMLError[]): SyntaxFault[] {
  const [first, ...more] = errors.filter(({code}) => code === "TAB_AS_INDENT");
  if (!first) return [];
  const others = more.length
    ? ` (${more.length} more ${more.length === 1 ? "line begins" : "lines begin"} with a tab)`
    : "";
  return [
    {
      at: first.pos[0],
      width: 1,
      message: `this line begins with a tab; begin it with spaces${others}`,
      fatal: true
    }
  ];
}

function duplicate(error: YAMLError, content: string): SyntaxFault {
  const at = error.pos[0];
  const key = /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(content.slice(at))?.[0].trim() ?? "";
  const name = key.replace(/^(["'])(.*)\1$/, "$2");
  return {
    at,
    width: key.length,
    message: `${quoted(name)} stands here a second time; keep one of the two`,
    fatal: false
  };
}

function chainedFault(error: YAMLError, document: Document, content: string): SyntaxFault {
  const open =
    error.code === "BAD_INDENT" || error.code === "MISSING_CHAR" ? unclosed(document, content) : undefined;
  return open ?? {width: 1, fatal: true, ...syntaxMessage(error, content)};
}

function wholeFileFaults(document: Document, content: string): SyntaxFault[] {
  const directive = /^(?:[ \t]*(?:#.*)?\r?\n)*(%.*)/.exec(content)?.[1];
  if (document.directives?.docStart && directive) {
    return [
      {
        at: content.indexOf(directive),
        width: directive.length,
        message: "a line that begins with % is not possible here",
        fatal: true
      }
    ];
  }
  const blank = /^[ ]*\u00a0|:\u00a0/m.exec(content);
  if (blank) {
    const at = blank.index + blank[0].length - 1;
    return [
      {
        at,
        width: 1,
        message: "this is a non-breaking space (from a word processor?); write a plain space",
        fatal: true
      }
    ];
  }
  const isEmpty =
    document.contents === null || (isScalar(document.contents) && document.contents.value === null);
  return isEmpty ? [{at: 0, width: 1, message: "the file is empty", fatal: true}] : [];
}

/** Twice the levels of the deepest entry that has a meaning; each level counts a collection and a pair. */
const DEEPEST = 40;

/** Parts of YAML that a configuration never needs and that make it say something else than it seems to. */
function unwantedNodes(document: Document, content: string): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Node: (_key, node, parents) => {
      if (parents.length > DEEPEST) {
        faults.push({at: node.range?.[0] ?? 0, width: 1, message: NESTED, fatal: true});
        return visit.BREAK;
      }
      const message = unwanted(node, content);
      const [from = 0, to = from + 1] = node.range ?? [];
      if (message)
        faults.push({
          ...message,
          at: message.at ?? from,
          width: message.width ?? to - from,
          path: pathOf(node, parents)
        });
    }
  });
  return faults;
}

type Unwanted = {
  readonly message: string;
  readonly fatal: boolean;
  readonly at?: number;
  readonly width?: number;
};

function unwanted(node: Node, content: string): Unwanted | undefined {
  const [from = 0] = node.range ?? [];
  if (isAlias(node))
    return {
      message: `*${node.source} is not possible here; a text that begins with * needs quotes`,
      fatal: true
    };
  if ("anchor" in node && node.anchor) {
    return {
      message: `&${node.anchor} is not possible here; a text that begins with & needs quotes`,
      fatal: true
    };
  }
  if (node.tag) return {message: "a text that begins with ! needs quotes", fatal: true};
  if (!isScalar(node)) return undefined;
  if (node.value === "__proto__") return {message: "__proto__ is not possible as a name", fatal: true};
  const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  if (isBlock && String(node.value).trim() === "") return emptyText(content, from);
  if (node.type === "PLAIN" && /^[“”„]/.test(String(node.value))) {
    return {message: 'these are typographic quotes; write straight ones: "…"', fatal: false};
  }
  return undefined;
}

/** `up_to: >5` begins a long text in YAML, with nothing in it. */
function emptyText(content: string, from: number): Unwanted {
  const text = /^[^\n#]*/.exec(content.slice(from))?.[0].trim() ?? "";
  const message = `${quoted(text)} begins a long text, and nothing follows; put quotes around it`;
  return {width: text.length, message, ...wrongComparison(from, text, content), fatal: true};
}

function pathOf(node: Node, parents: readonly (Document | Node | Pair)[]): Path {
  const path: (string | number)[] = [];
  for (const [index, parent] of parents.entries()) {
    if ("key" in parent && isScalar(parent.key)) path.push(String(parent.key.value));
    else if (isSeq(parent)) path.push(parent.items.indexOf(parents[index + 1] ?? node));
  }
  return path;
}
