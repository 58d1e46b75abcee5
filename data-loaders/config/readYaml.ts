import {isAlias, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument} from "yaml";
import type {Document, Node} from "yaml";
import {readText} from "./readText.ts";
import {formatPath} from "./path.ts";
import type {Path} from "./path.ts";
import {UserError} from "./problem.ts";
import type {Problem} from "./problem.ts";
import {NESTED} from "./syntaxMessage.ts";
import {textOffsets} from "./textOffsets.ts";
import {syntaxFaults} from "./syntaxFaults.ts";

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

/** The file, unless it is too broken to go on with, and the problems of its syntax. */
export function parseYaml(file: string, content: string): {yaml?: YamlFile; problems: readonly Problem[]} {
  try {
    return parsedYaml(file, content);
  } catch (error) {
    // The parser calls itself for every level, and so does the walk over its nodes.
    if (!(error instanceof RangeError)) throw error;
    return {problems: [{file, line: 1, column: 1, message: NESTED}]};
  }
}

function parsedYaml(file: string, content: string): {yaml?: YamlFile; problems: readonly Problem[]} {
  const counter = new LineCounter();
  const document = parseDocument(content, {
    lineCounter: counter,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false
  });
  const faults = syntaxFaults(document, content);
  const problems = faults.map(({at, width, path, message}): Problem => {
    return {
      file,
      ...position(counter, content, at, at + width),
      ...(path && {path: formatPath(path)}),
      message
    };
  });
  return faults.some(({fatal}) => fatal)
    ? {problems}
    : {yaml: yamlFile(file, content, document, counter), problems};
}

function yamlFile(file: string, content: string, document: Document, counter: LineCounter): YamlFile {
  return {
    file,
    content,
    value: document.toJS({maxAliasCount: 0}),
    locate: (path, what = "value") => position(counter, content, ...placeOf(nodeAt(document, path), what)),
    locateIn: (path, at, width) => {
      const {value} = nodeAt(document, path);
      const offsets = textOffsets(value, content);
      const from = offsets?.[at];
      if (!offsets || from === undefined)
        return position(counter, content, ...placeOf(nodeAt(document, path), "value"));
      return position(counter, content, from, (offsets[at + width - 1] ?? from) + 1);
    },
    keys: (path) => {
      const {depth, value} = nodeAt(document, path);
      return depth === path.length ? keysOf(value) : [];
    }
  };
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

function position(counter: LineCounter, content: string, from: number, to: number): Position {
  const {line, col} = counter.linePos(from);
  const end = content.indexOf("\n", from);
  const last = end < 0 ? to : Math.min(to, end);
  return {
    line: Math.max(1, line),
    column: Math.max(1, col),
    width: Math.max(1, content.slice(from, last).trimEnd().length)
  };
}
