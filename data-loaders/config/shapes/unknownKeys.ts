import type {Path} from "../path.ts";
import type {YamlFile} from "../readYaml.ts";
import {nearest, suggestion} from "../suggestion.ts";
import type {Finding} from "./findings.ts";

/** A group of entries with keys that its shape does not know. */
interface UnknownKeys {
  readonly at: Path;
  readonly unknown: readonly string[];
  readonly allowed: readonly string[];
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Most often an unknown key is a typing error; without a value it is a slip of punctuation. */
export function unknownKeys(group: UnknownKeys, path: Path, yaml: YamlFile): readonly Finding[] {
  const {at, unknown, allowed} = group;
  const cut = cutTexts(group, yaml.keys([...path, ...at]));
  const inTexts = new Set(cut.flatMap(({pieces}) => pieces));
  const single = unknown.filter((key) => !inTexts.has(key));
  return [
    ...cut.map(({key, pieces}): Finding => {
      const text = textBetween([...path, ...at, key], [...path, ...at, pieces.at(-1)!], yaml);
      const message = `a text with a comma needs quotes${text ? `: "${text}"` : ""}`;
      return {
        at: [...at, pieces[0]!],
        what: "key",
        message,
        drop: pieces.map((piece) => [...at, piece]),
        covers: [...at, key]
      };
    }),
    ...single.map((key): Finding => {
      const slip = group.entries[key] === null ? slipOfPen(key, allowed) : undefined;
      const message = slip?.message ?? `unknown key${suggestion(key, allowed)}`;
      return {
        at: [...at, key],
        what: "key",
        message,
        drop: [[...at, key]],
        means: slip?.means ?? nearest(key, allowed)
      };
    })
  ];
}

/** `{ label: Under 60,000 }` is read as a label "Under 60" and a key "000" without a value. */
function cutTexts(
  {unknown, allowed, entries}: UnknownKeys,
  keys: readonly string[]
): readonly {key: string; pieces: string[]}[] {
  const lacking = allowed.filter((key) => !Object.hasOwn(entries, key));
  const texts: {key: string; pieces: string[]}[] = [];
  let open: {key: string; pieces: string[]} | undefined;
  for (const key of keys) {
    const isPiece =
      unknown.includes(key) &&
      entries[key] === null &&
      !slipOfPen(key, lacking) &&
      nearest(key, lacking) === undefined;
    if (!isPiece) open = ["string", "number"].includes(typeof entries[key]) ? {key, pieces: []} : undefined;
    else if (open && open.pieces.push(key) === 1) texts.push(open);
  }
  return texts;
}

/** What stands in the file from the value of one key to another key, when that is in one line. */
function textBetween(first: Path, last: Path, yaml: YamlFile): string | undefined {
  const [from, to] = [yaml.locate(first), yaml.locate(last, "key")];
  const line = yaml.content.split("\n")[from.line - 1] ?? "";
  return from.line === to.line ? line.slice(from.column - 1, to.column - 1 + to.width) : undefined;
}

/** The colon has no space behind it, or is missing. */
function slipOfPen(
  key: string,
  allowed: readonly string[]
): {readonly message: string; readonly means: string} | undefined {
  const [, name = "", colon, value] = /^(\w+)(:|\s+)(.+)$/.exec(key) ?? [];
  if (!allowed.includes(name)) return undefined;
  const message = `${colon === ":" ? "a space is missing after the colon" : "a colon is missing"}: "${name}: ${value}"`;
  return {message, means: name};
}
