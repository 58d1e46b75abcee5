import {isDeepStrictEqual} from "node:util";
import {isAlias, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument} from "yaml";
import type {Document, Node} from "yaml";
import {knownText, learnText} from "./knownTexts.ts";
import {readText} from "./readText.ts";
import {formatPath} from "./path.ts";
import type {Path} from "./path.ts";
import {UserError} from "./problem.ts";
import type {Problem} from "./problem.ts";
import {NESTED} from "./syntaxMessage.ts";
import {textOffsets} from "./textOffsets.ts";
import {valueAt} from "./valueAt.ts";
import {syntaxFaults} from "./syntaxFaults.ts";
import {joinedParts, yamlParts} from "./yamlParts.ts";
import type {YamlPart} from "./yamlParts.ts";

/** A place in a file; line and column from 1, width in characters of that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

/** One YAML file, read strictly: plain values, and where each of them stands. */
export interface YamlFile {
  /** As the user knows it: `config/segments.yaml`. */
  readonly file: string;
  readonly content: string;
  /** Texts, numbers, booleans, null, arrays and objects. */
  readonly value: unknown;
  /** Where the key or the value at the path stands; of a path that is not there, its nearest parent. */
  readonly locate: (path: Path, what?: "key" | "value") => Position;
  /** Where a part of the text at the path stands: `at` characters after its first, `width` characters long. */
  readonly locateIn: (path: Path, at: number, width: number) => Position;
  /** The keys at the path in the order of the file (an object would put number-like keys first). */
  readonly keys: (path: Path) => readonly string[];
}

/** Reads a YAML file. Throws a `UserError` with every fault of its syntax. */
export function readYaml(path: string, file: string = path): YamlFile {
  const {yaml, problems} = parseYaml(file, readText(path, file));
  if (!yaml || problems.length > 0) throw new UserError(problems);
  return yaml;
}

/**
 * The file, unless it is too broken to go on with, and the problems of its syntax.
 * @param firstLine of the file on which the text begins, for a text that is part of one
 */
export function parseYaml(file: string, content: string, firstLine = 1): ParsedYaml {
  try {
    const known = knownText(content) ?? knownInParts(content);
    if (known) return {yaml: yamlFile(file, content, firstLine, known.value), problems: []};
    return parsedYaml(file, content, firstLine);
  } catch (error) {
    // The parser calls itself for every level, and so does the walk over its nodes.
    if (!(error instanceof RangeError)) throw error;
    return {problems: [{file, line: firstLine, column: 1, message: NESTED}]};
  }
}

interface ParsedYaml {
  readonly yaml?: YamlFile;
  readonly problems: readonly Problem[];
}

/** What a file says of which most entries were read before; undefined where any has a fault, which the whole file tells. */
function knownInParts(content: string): {readonly value: unknown} | undefined {
  const parts = yamlParts(content);
  if (!parts) return undefined;
  const known = parts.map(({text}) => knownText(text));
  if (2 * known.filter((one) => one === undefined).length > parts.length) return undefined;
  const read = parts.map((part, at) => known[at] ?? readPart(part));
  return read.includes(undefined)
    ? undefined
    : {
        value: joinedParts(
          parts,
          read.map((one) => one!.value)
        )
      };
}

function readPart({name, text}: YamlPart): {readonly value: unknown} | undefined {
  const {document} = parsedText(text, 1);
  if (syntaxFaults(document, text).length > 0) return undefined;
  const read: unknown = document.toJS({maxAliasCount: 0});
  const value = valueAt(read, [name]);
  if (!isDeepStrictEqual(read, {[name]: value})) return undefined;
  learnText(text, value);
  return {value};
}

/** Keeps what a faultless file says, by its entries where it has such. */
function learn(content: string, value: unknown): void {
  const parts = yamlParts(content) ?? [];
  const values = parts.map(({group, name}) => valueAt(value, group === undefined ? [name] : [group, name]));
  if (!isDeepStrictEqual(joinedParts(parts, values), value)) learnText(content, value);
  else for (const [at, {text}] of parts.entries()) learnText(text, values[at]);
}

function parsedYaml(file: string, content: string, firstLine: number): ParsedYaml {
  const parsed = parsedText(content, firstLine);
  const faults = syntaxFaults(parsed.document, content);
  const problems = faults.map(({at, width, path, message}): Problem => {
    return {
      file,
      ...position(parsed, at, at + width),
      ...(path && {path: formatPath(path)}),
      message
    };
  });
  if (faults.some(({fatal}) => fatal)) return {problems};
  const value: unknown = parsed.document.toJS({maxAliasCount: 0});
  if (problems.length === 0) learn(content, value);
  return {yaml: yamlFile(file, content, firstLine, value, parsed), problems};
}

/** A text with its nodes, each of which knows where it stands. */
interface ParsedText {
  readonly content: string;
  readonly firstLine: number;
  readonly document: Document;
  readonly counter: LineCounter;
}

function parsedText(content: string, firstLine: number): ParsedText {
  const counter = new LineCounter();
  const document = parseDocument(content, {
    lineCounter: counter,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false
  });
  return {content, firstLine, document, counter};
}

/** A text of which only the value is known is parsed when somebody asks for a place in it. */
function yamlFile(
  file: string,
  content: string,
  firstLine: number,
  value: unknown,
  known?: ParsedText
): YamlFile {
  let made = known;
  const parsed = (): ParsedText => {
    made ??= parsedText(content, firstLine);
    return made;
  };
  const found = (path: Path): Place => nodeAt(parsed().document, path);
  return {
    file,
    content,
    value,
    locate: (path, what = "value") => position(parsed(), ...placeOf(found(path), what)),
    locateIn: (path, at, width) => {
      const place = found(path);
      const offsets = textOffsets(place.value, content);
      const from = offsets?.[at];
      if (!offsets || from === undefined) return position(parsed(), ...placeOf(place, "value"));
      return position(parsed(), from, (offsets[at + width - 1] ?? from) + 1);
    },
    keys: (path) => {
      const keys = plainKeys(valueAt(value, path));
      if (keys) return keys;
      const {depth, value: node} = found(path);
      return depth === path.length ? keysOf(node) : [];
    }
  };
}

/** Keys of an object that has them in the order of the text: all but those like whole numbers, which come first. */
function plainKeys(value: unknown): readonly string[] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  return keys.some((key) => /^\d+$/.test(key)) ? undefined : keys;
}

/** What stands at a path, or at as much of it as there is: a node and, inside a map, the node of its key. */
interface Place {
  /** How many parts of the path are there. */
  readonly depth: number;
  readonly key?: Node;
  readonly value: Node | null;
}

function nodeAt(document: Document, path: Path): Place {
  let place: Place = {depth: 0, value: isNode(document.contents) ? document.contents : null};
  for (const part of path) {
    const inside = stepInto(place.value, part);
    if (!inside) return place;
    place = {...inside, depth: place.depth + 1};
  }
  return place;
}

function stepInto(node: Node | null, part: string | number): Omit<Place, "depth"> | undefined {
  if (isSeq(node)) {
    const item = typeof part === "number" ? node.items[part] : undefined;
    return isNode(item) ? {value: item} : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(({key}) => isScalar(key) && String(key.value) === String(part));
  return pair && isNode(pair.key)
    ? {key: pair.key, value: isNode(pair.value) ? pair.value : null}
    : undefined;
}

/** Of a block of lines the key is pointed at, since its value begins with the first key inside it. */
function placeOf({key, value}: Place, what: "key" | "value"): [from: number, to: number] {
  const isBlock = isCollection(value) && !value.flow;
  const isEmpty = !value?.range || value.range[0] === value.range[1];
  const node = key && (what === "key" || isBlock || isEmpty) ? key : value;
  if (!node?.range || isAlias(node)) return [0, 1];
  return isBlock && node === value ? [node.range[0], node.range[0] + 1] : [node.range[0], node.range[1]];
}

function keysOf(node: Node | null): readonly string[] {
  return isMap(node) ? node.items.map(({key}) => String(isScalar(key) ? key.value : key)) : [];
}

function position({content, firstLine, counter}: ParsedText, from: number, to: number): Position {
  const {line, col} = counter.linePos(from);
  const end = content.indexOf("\n", from);
  const last = end < 0 ? to : Math.min(to, end);
  return {
    line: Math.max(1, line) + firstLine - 1,
    column: Math.max(1, col),
    width: Math.max(1, content.slice(from, last).trimEnd().length)
  };
}
