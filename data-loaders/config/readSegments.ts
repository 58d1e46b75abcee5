import {checkFact} from "./checks/checkFact.ts";
import {checkSegmentNames} from "./checks/checkSegmentNames.ts";
import type {Columns} from "./columns.ts";
import {exactFact} from "./facts.ts";
import {problemList} from "./problemList.ts";
import type {ProblemList} from "./problemList.ts";
import {exactly} from "./reading.ts";
import type {Reading} from "./reading.ts";
import {sourcesReading} from "./readSources.ts";
import type {Frozen} from "./readFrozen.ts";
import {readYaml} from "./readYaml.ts";
import type {YamlFile} from "./readYaml.ts";
import type {Segmentation, Segments} from "./segments.ts";
import {dependencyOrder} from "./segmentations/dependencyOrder.ts";
import {segmentationReading} from "./segmentations/segmentationKinds.ts";
import type {SegmentationReading} from "./segmentations/segmentationReading.ts";
import {whole} from "./shapes/draft.ts";
import type {Draft} from "./shapes/draft.ts";
import {fact} from "./shapes/fact.ts";
import type {WrittenFact} from "./shapes/fact.ts";
import {segments} from "./shapes/segments.ts";
import {shaped} from "./shapes/shaped.ts";
import {valueAt} from "./valueAt.ts";
import type {Vocabulary, Words} from "./vocabulary.ts";

/** Reads `segments.yaml` with the columns of `sources.yaml`. Throws a `UserError` with every problem of the file. */
export function readSegments(path: string, sourcesPath: string): Segments {
  return exactly(segmentsReading(readYaml(path), sourcesReading(readYaml(sourcesPath)).columns));
}

export interface SegmentsReading extends Reading<Segments> {
  /** By name, in the order of the file; an entry without value is no segmentation. Absent where the file has none. */
  readonly segmentations: ReadonlyMap<string, SegmentationReading | undefined> | undefined;
  /** With the cut points of `frozen.yaml`. */
  readonly exact: (frozen?: Frozen) => Segments;
  /** What the file's own words are, also where it has problems; the editor offers them. */
  readonly vocabulary: Vocabulary;
}

/** `columns` is absent where `sources.yaml` cannot be read; columns are not checked then. */
export function segmentsReading(yaml: YamlFile, columns: Columns | undefined): SegmentsReading {
  const problems = problemList(yaml);
  const written = shaped({segments}, yaml.value, [], problems) ?? {};
  const facts = readEach(yaml, "facts", (_, value, path) => shaped({fact}, value, path, problems));
  const segmentations = readEach(yaml, "segmentations", (name, value, path) =>
    segmentationReading({name, value, path, problems})
  );
  const {order, circles} = dependencyOrder(
    new Map([...segmentations].map(([name, reading]) => [name, reading?.uses ?? []]))
  );
  const words = {columns, facts, segmentations};
  const vocabulary = {...words, labels: labelsInOrder(order, words), frozen: new Map()};
  checkSegmentNames(vocabulary, circles, problems);
  checkMeanings(vocabulary, problems);
  return {
    problems: problems.list,
    segmentations: written.segmentations && segmentations,
    vocabulary,
    exact: (frozen = new Map()) => ({
      facts: exactFacts(facts, columns ?? new Map()),
      segmentations: exactSegmentations(order, {...vocabulary, frozen})
    })
  };
}

/** Every entry of the group, in the order of the file; also those whose name has a problem. */
function readEach<T>(
  yaml: YamlFile,
  group: string,
  read: (name: string, value: unknown, path: string[]) => T
): ReadonlyMap<string, T> {
  return new Map(
    yaml.keys([group]).map((name) => [name, read(name, valueAt(yaml.value, [group, name]), [group, name])])
  );
}

function labelsInOrder(order: readonly string[], words: Words): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const name of order) {
    const labels = words.segmentations.get(name)?.labels(known, words);
    if (labels) known.set(name, labels);
  }
  return known;
}

function checkMeanings(vocabulary: Vocabulary, problems: ProblemList): void {
  for (const [name, fact] of vocabulary.facts)
    if (fact) checkFact(fact, ["facts", name], vocabulary, problems);
  for (const reading of vocabulary.segmentations.values()) reading?.check(vocabulary);
}

function exactFacts(facts: ReadonlyMap<string, Draft<WrittenFact> | undefined>, columns: Columns) {
  return [...facts].map(([name, fact]) => exactFact(name, whole<WrittenFact>(fact), columns));
}

function exactSegmentations(order: readonly string[], vocabulary: Vocabulary): readonly Segmentation[] {
  const done = new Map<string, Segmentation>();
  for (const name of order) done.set(name, vocabulary.segmentations.get(name)!.exact(done, vocabulary));
  return [...done.values()];
}
