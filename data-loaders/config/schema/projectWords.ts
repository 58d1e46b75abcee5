import {join} from "node:path";
import type {Columns} from "../columns.ts";
import {UserError} from "../problem.ts";
import type {ConfigFile} from "../readConfig.ts";
import {segmentsReading} from "../readSegments.ts";
import {sourcesReading} from "../readSources.ts";
import {readText} from "../readText.ts";
import {parseYaml} from "../readYaml.ts";
import type {YamlFile} from "../readYaml.ts";
import {titleOf} from "../segmentations/titleOf.ts";
import {valueAt} from "../valueAt.ts";
import type {Vocabulary} from "../vocabulary.ts";
import type {DataWords, Word} from "./dataWords.ts";

/** All that may be named in this project's files. */
export interface ProjectWords {
  readonly columns: Columns;
  readonly vocabulary: Vocabulary;
  readonly facts: readonly Word[];
  /** Of each segmentation its title and labels. */
  readonly segmentations: readonly Word[];
  readonly measures: readonly Word[];
  /** Our names of the columns of each table. */
  readonly tableColumns: Readonly<Record<string, readonly string[]>>;
  /** The column by which each table keeps rows, where it does. */
  readonly keepColumns: Readonly<Record<string, string | undefined>>;
  readonly units: readonly string[];
  readonly data: DataWords;
}

/**
 * Reads what the folder's files name, also where they have problems: an editor is asked for help in just that state.
 * Nothing where a file cannot be read at all, since its words would be forgotten.
 */
export function projectWords(folder: string, data: DataWords): ProjectWords | undefined {
  const sources = parsed(folder, "sources.yaml");
  const segments = parsed(folder, "segments.yaml");
  const measures = parsed(folder, "measures.yaml");
  if (!sources || !segments || !measures) return undefined;
  const {columns} = sourcesReading(sources);
  const {vocabulary} = segmentsReading(segments, columns);
  const tables = sources.keys(["tables"]);
  const facts = segments.keys(["facts"]);
  const measureNames = measures.keys(["measures"]);
  return {
    columns,
    vocabulary,
    facts: facts.map((word) => ({word, says: textAt(segments, ["facts", word, "says"])})),
    segmentations: [...vocabulary.segmentations.keys()].map((word) => ({
      word,
      says: segmentationSays(word, segments, vocabulary)
    })),
    measures: measureNames.map((word) => ({word, says: textAt(measures, ["measures", word, "says"])})),
    tableColumns: Object.fromEntries(
      tables.map((table) => [table, sources.keys(["tables", table, "columns"])])
    ),
    keepColumns: Object.fromEntries(
      tables.map((table) => [table, textAt(sources, ["tables", table, "keep", "column"])])
    ),
    units: [
      ...facts.map((name) => textAt(segments, ["facts", name, "unit"])),
      ...measureNames.map((name) => textAt(measures, ["measures", name, "unit"])),
      ...[...columns.values()].map(({unit}) => unit)
    ].filter((unit) => unit !== undefined),
    data
  };
}

function parsed(folder: string, file: ConfigFile): YamlFile | undefined {
  try {
    return parseYaml(file, readText(join(folder, file), file)).yaml;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const LABELS_TOLD = 8;

/** `Loyalty: New, Regular, Loyal` */
function segmentationSays(name: string, segments: YamlFile, {labels}: Vocabulary): string {
  const title = titleOf(name, textAt(segments, ["segmentations", name, "title"]));
  const known = labels.get(name);
  if (!known) return title;
  const more = known.length > LABELS_TOLD ? `, … (${known.length} segments)` : "";
  return `${title}: ${known.slice(0, LABELS_TOLD).join(", ")}${more}`;
}

function textAt(yaml: YamlFile, path: readonly string[]): string | undefined {
  const value = valueAt(yaml.value, path);
  return typeof value === "string" ? value.trim().replace(/\s+/g, " ") : undefined;
}
