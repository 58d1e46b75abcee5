import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DataWords} from "./dataWords.ts";
import {projectSchemas} from "./projectSchemas.ts";
import {projectWords} from "./projectWords.ts";
import {SCHEMA_FILES} from "./schemaFiles.ts";

const DATA_WORDS = "words.json";
/** What the schemas were made from, so that a check without any change loses no time on them. */
const MADE_FROM = "made-from.txt";

/** `segments.schema.json` for `segments.yaml`. */
const schemaFileName = (file: string): string => file.replace(/\.yaml$/, ".schema.json");

/** What the schemas are made from beside the config folder. */
interface SchemaInputs {
  /** Words of the data; absent: those of the last time. */
  readonly data?: DataWords | undefined;
  /** Identity of the code; absent: the schemas are made without asking whether anything has changed. */
  readonly code?: string | undefined;
}

/**
 * Writes the editor's schemas of the folder's files. Files that would hold the same bytes are left alone; where a
 * config file cannot be read, so are all schemas, since they would forget its words.
 * @returns the names of the files that were written
 */
export function writeSchemas(
  configFolder: string,
  out: string,
  inputs: SchemaInputs = {}
): readonly string[] {
  const data = inputs.data ?? storedWords(out);
  const from = inputs.code === undefined ? undefined : madeFrom(configFolder, data, inputs.code);
  if (from !== undefined && isMadeFrom(from, out)) return [];
  const words = projectWords(configFolder, data);
  const schemas = Object.entries(projectSchemas(words))
    .map(([file, schema]) => [schemaFileName(file), `${JSON.stringify(schema, null, 1)}\n`] as const)
    .filter(([name]) => words !== undefined || !existsSync(join(out, name)));
  mkdirSync(out, {recursive: true});
  const written = schemas.flatMap(([name, content]) => (put(join(out, name), content) ? [name] : []));
  if (inputs.data) put(join(out, DATA_WORDS), `${JSON.stringify(data, null, 1)}\n`);
  if (from !== undefined) put(join(out, MADE_FROM), from);
  return written;
}

function madeFrom(configFolder: string, data: DataWords, code: string): string {
  const hash = createHash("sha256").update(code).update(JSON.stringify(data));
  for (const file of SCHEMA_FILES) hash.update("\0").update(content(join(configFolder, file)) ?? "");
  return hash.digest("hex");
}

function isMadeFrom(from: string, out: string): boolean {
  const areThere = SCHEMA_FILES.every((file) => existsSync(join(out, schemaFileName(file))));
  return areThere && content(join(out, MADE_FROM)) === from;
}

function storedWords(out: string): DataWords {
  try {
    return JSON.parse(readFileSync(join(out, DATA_WORDS), "utf8")) as DataWords;
  } catch {
    return {};
  }
}

function content(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Whole or not at all: an editor may read the file at any time. */
function put(path: string, text: string): boolean {
  if (content(path) === text) return false;
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
  return true;
}
