import {baseSchemas} from "./baseSchemas.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import {typeWords} from "./typeWords.ts";

/** A key in a section of the page; several kinds of an entry may have it. */
interface Row {
  readonly schema: JsonSchema;
  readonly isNeeded: boolean;
  /** The key that makes the kind: `bins`, `map`. Empty where the entry is of one kind only. */
  readonly kinds: readonly string[];
}

/** By place, then by key. */
type Sections = Map<string, Map<string, Row>>;

const HEAD = `# Reference of the configuration files

Every key that \`config/*.yaml\` may have, written from the shapes that check the files by \`npm run schema -- --reference\`;
a test holds this page against them. The same words show in an editor with the YAML language server when the pointer rests
on a key. [configuration.md](configuration.md) explains by examples. NAME stands for any name of yours. Keys in **bold**
are needed.
`;

/** The Markdown of `docs/reference.md`. */
export function referencePage(): string {
  const files = Object.entries(baseSchemas()).map(([file, schema]) => filePart(file, schema));
  return `${[HEAD, ...files].join("\n")}`;
}

function filePart(file: string, schema: JsonSchema): string {
  const sections: Sections = new Map();
  collect(schema, "", [], sections);
  for (const [name, definition] of Object.entries(schema.definitions ?? {}))
    collect(definition, name, [], sections);
  const parts = [...sections].map(([place, rows]) => sectionPart(place, rows));
  return [`## config/${file}\n`, ...parts].join("\n");
}

function collect(schema: JsonSchema, place: string, kinds: readonly string[], sections: Sections): void {
  const {properties = {}, additionalProperties: others, items, anyOf = []} = schema;
  if (schema.if && schema.then && schema.else) {
    const [kind = ""] = schema.if.required ?? [];
    collect(schema.then, place, [kind], sections);
    if (schema.else.if?.required) collect(schema.else, place, [], sections); // the last is all kinds together
    return;
  }
  for (const [key, inner] of Object.entries(properties)) {
    addRow(sections, place, key, {schema: inner, isNeeded: schema.required?.includes(key) ?? false, kinds});
    collect(inner, insideOf(place, key), [], sections);
  }
  if (typeof others === "object") collect(others, insideOf(place, "NAME"), [], sections);
  for (const inner of [...anyOf, ...(items ? [items] : [])]) collect(inner, place, [], sections);
}

/** The six tables have the same keys. */
function insideOf(place: string, key: string): string {
  if (place === "tables") return "tables.NAME";
  return place === "" ? key : `${place}.${key}`;
}

function addRow(sections: Sections, place: string, key: string, row: Row): void {
  const rows = sections.get(place) ?? new Map<string, Row>();
  const before = rows.get(key);
  rows.set(key, before ? {...before, kinds: [...new Set([...before.kinds, ...row.kinds])]} : row);
  sections.set(place, rows);
}

function sectionPart(place: string, rows: ReadonlyMap<string, Row>): string {
  const all = new Set([...rows.values()].flatMap(({kinds}) => kinds));
  const lines = [...rows].map(([key, row]) => line(key, row, all.size));
  const kinds = [...all].filter((kind) => rows.has(kind)).map(code);
  const head = [
    ...(place === "" ? [] : [`### ${place}\n`]),
    ...(kinds.length > 0 ? [`One of these keys is needed: ${kinds.join(", ")}.\n`] : [])
  ];
  return [...head, "| key | what it says | holds | example |", "|---|---|---|---|", ...lines, ""].join("\n");
}

function line(key: string, {schema, isNeeded, kinds}: Row, allKinds: number): string {
  const [says = "", example] = (schema.description ?? "").split(" Example: ");
  const only =
    kinds.length > 0 && kinds.length < allKinds && !kinds.includes(key)
      ? ` With ${kinds.map((kind) => `\`${kind}\``).join(", ")}.`
      : "";
  const name = isNeeded && !kinds.includes(key) ? `**\`${key}\`**` : `\`${key}\``;
  const cells = [name, `${says}${only}`, typeWords(schema), example === undefined ? "" : code(example)];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const code = (text: string): string => `\`${text}\``;
