/** One operation of a PDF content stream. */
export interface Operation {
  /** As written; strings, arrays and dictionaries whole. */
  readonly operands: readonly string[];
  readonly operator: string;
}

const whitespace = /(?:[\0\t\n\f\r ]+|%[^\n\r]*)+/y;
const number = /[+-]?[\d.]+/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const hexString = /<[\da-fA-F\0\t\n\f\r ]*>/y;
const constant = /(?:true|false|null)(?![A-Za-z])/y;
const keyword = /[A-Za-z'"][A-Za-z\d*]*/y;

/**
 * Operations of a content stream, in order (ISO 32000-1, 7.8.2). Read as one character per byte.
 * @throws Error on inline images and on anything else Chromium does not write
 */
export function operations(content: string): Operation[] {
  const found: Operation[] = [];
  let operands: string[] = [];
  for (let at = skip(content, 0); at < content.length; at = skip(content, at)) {
    const end = operandEnd(content, at);
    if (end > at) {
      operands.push(content.slice(at, end));
      at = end;
      continue;
    }
    const operator = match(keyword, content, at);
    if (!operator || operator === "BI")
      throw new Error(`unknown content at byte ${at}: ${content.slice(at, at + 20)}`);
    at += operator.length;
    found.push({operands, operator});
    operands = [];
  }
  return found;
}

/** Operators whose operands are places, and nothing is multiplied by them. */
const placing = new Set(["m", "l", "c", "v", "y", "re", "Td"]);

/**
 * A content stream of these operations. Places keep two decimals, a hundredth of a point or less; matrices keep all,
 * since Chromium scales coordinates of the whole document by them.
 */
export function contentStream(all: readonly Operation[]): string {
  return all
    .map(({operands, operator}) =>
      [...operands.map((one, at) => written(one, operator, at)), operator].join(" ")
    )
    .join("\n");
}

function written(operand: string, operator: string, at: number): string {
  const isPlace = placing.has(operator) || (operator === "Tm" && at > 3) || operator === "Tf";
  return isPlace ? shortNumber(operand) : operand;
}

function shortNumber(operand: string): string {
  return /^[+-]?\d*\.\d{3,}$/.test(operand) ? String(Number(Number(operand).toFixed(2))) : operand;
}

/** End of the operand at this place; the place itself when an operator stands there. */
function operandEnd(content: string, at: number): number {
  const first = content[at] ?? "";
  if (first === "/") return at + match(name, content, at).length;
  if (/[\d.+-]/.test(first)) return at + match(number, content, at).length;
  if (first === "(") return literalEnd(content, at);
  if (first === "[") return groupEnd(content, at + 1, "]");
  if (content.startsWith("<<", at)) return groupEnd(content, at + 2, ">>");
  if (first === "<") return at + match(hexString, content, at).length;
  return at + match(constant, content, at).length;
}

/** End of a string in parentheses, which may nest; a backslash takes the next character with it. */
function literalEnd(content: string, at: number): number {
  let depth = 0;
  for (let end = at; end < content.length; end++) {
    if (content[end] === "\\") end++;
    else if (content[end] === "(") depth++;
    else if (content[end] === ")" && --depth === 0) return end + 1;
  }
  throw new Error(`string without end at byte ${at}`);
}

function groupEnd(content: string, from: number, closing: string): number {
  for (let at = skip(content, from); at < content.length; at = skip(content, at)) {
    if (content.startsWith(closing, at)) return at + closing.length;
    const end = operandEnd(content, at);
    if (end === at) break;
    at = end;
  }
  throw new Error(`no ${closing} after byte ${from}`);
}

function skip(content: string, from: number): number {
  return from + match(whitespace, content, from).length;
}

function match(pattern: RegExp, content: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(content)?.[0] ?? "";
}
