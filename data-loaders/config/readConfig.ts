import {existsSync} from "node:fs";
import {isAbsolute, join, relative} from "node:path";
import type {Measures} from "./measures.ts";
import type {Path} from "./path.ts";
import {UserError} from "./problem.ts";
import type {Problem} from "./problem.ts";
import {inOrder} from "./reading.ts";
import {measuresReading} from "./readMeasures.ts";
import {reportReading} from "./readReport.ts";
import {segmentsReading} from "./readSegments.ts";
import {sourcesReading} from "./readSources.ts";
import {frozenReading} from "./readFrozen.ts";
import {glossaryReading} from "./readGlossary.ts";
import type {Term} from "./readGlossary.ts";
import {recommendationsReading} from "./readRecommendations.ts";
import type {Recommendation} from "./recommendations.ts";
import {brandReading} from "./readBrand.ts";
import {readText} from "./readText.ts";
import {parseYaml} from "./readYaml.ts";
import type {Position, YamlFile} from "./readYaml.ts";
import type {ReportSettings} from "./report.ts";
import type {Segments} from "./segments.ts";
import type {Sources} from "./sources.ts";

export const CONFIG_FILES = ["sources.yaml", "segments.yaml", "measures.yaml", "report.yaml"] as const;

/** Written by the build, and absent until there is something to keep. */
export const FROZEN_FILE = "frozen.yaml";

/** Absent where a report recommends nothing. */
export const RECOMMENDATIONS_FILE = "recommendations.yaml";

/** Absent where a report looks as Cartograph's own. */
export const BRAND_FILE = "brand.yaml";

/** Absent where measures and segmentations explain enough. */
export const GLOSSARY_FILE = "glossary.yaml";

export type ConfigFile = (typeof CONFIG_FILES)[number];

/** Every decision of the analyst, exact and checked. */
export interface Config {
  readonly sources: Sources;
  readonly segments: Segments;
  readonly measures: Measures;
  readonly report: ReportSettings;
  readonly recommendations: readonly Recommendation[];
  readonly glossary: readonly Term[];
  /** What was read, for content hashes; the path is as the user knows it. */
  readonly files: readonly {readonly path: string; readonly content: string}[];
  /**
   * Where something stands, for problems that only the data shows (an unmapped state):
   * `{...where("segments.yaml", path), path: formatPath(path), message}` is a `Problem`.
   * Of a path that is not in the file, the place of its nearest parent.
   */
  readonly where: (
    file: ConfigFile,
    path: Path,
    what?: "key" | "value"
  ) => Position & {readonly file: string};
}

/** Reads the folder's four files, and frozen.yaml, recommendations.yaml, glossary.yaml and brand.yaml where there are such. Throws one `UserError` with all problems of all of them. */
export function readConfig(folder: string): Config {
  const problems: Problem[] = [];
  const [sourcesYaml, segmentsYaml, measuresYaml, reportYaml] = CONFIG_FILES.map((name) =>
    parsed(folder, name, problems)
  );
  const sources = sourcesYaml && sourcesReading(sourcesYaml);
  const segments = segmentsYaml && segmentsReading(segmentsYaml, sources?.columns);
  const measures = measuresYaml && measuresReading(measuresYaml);
  const report = reportYaml && reportReading(reportYaml, segments?.segmentations);
  const optional = (name: string) =>
    existsSync(join(folder, name)) ? parsed(folder, name, problems, isBlank) : undefined;
  const frozenYaml = optional(FROZEN_FILE);
  const frozen = frozenYaml && frozenReading(frozenYaml, segments?.segmentations);
  const recommendedYaml = optional(RECOMMENDATIONS_FILE);
  const glossaryYaml = optional(GLOSSARY_FILE);
  const glossary = glossaryYaml && glossaryReading(glossaryYaml);
  const recommended =
    recommendedYaml &&
    recommendationsReading(recommendedYaml, {
      segments: segments?.problems.length === 0 ? segments.exact() : undefined,
      measures: measures?.problems.length === 0 ? measures.exact() : undefined
    });
  const brandYaml = optional(BRAND_FILE);
  const brand = brandYaml && brandReading(brandYaml, folder);
  for (const reading of [sources, segments, measures, report, frozen, recommended, glossary, brand])
    problems.push(...(reading?.problems ?? []));
  if (problems.length > 0 || !sources || !segments || !measures || !report)
    throw new UserError(inOrder(problems));
  const files = [
    sourcesYaml,
    segmentsYaml,
    measuresYaml,
    reportYaml,
    ...(frozenYaml ? [frozenYaml] : []),
    ...(recommendedYaml ? [recommendedYaml] : []),
    ...(glossaryYaml ? [glossaryYaml] : []),
    ...(brandYaml ? [brandYaml] : [])
  ];
  return {
    sources: sources.exact(),
    segments: segments.exact(frozen?.exact()),
    measures: measures.exact(),
    report: {...report.exact(), ...(brand && {brand: brand.exact()})},
    recommendations: recommended?.exact() ?? [],
    glossary: glossary?.exact() ?? [],
    files: files.map(({file, content}) => ({path: file, content})),
    where: (name, path, what) => {
      const yaml = files[CONFIG_FILES.indexOf(name)]!;
      return {file: yaml.file, ...yaml.locate(path, what)};
    }
  };
}

/** Comments only: a file that keeps nothing. */
const isBlank = (content: string): boolean => !/^[^#\s]/m.test(content);

/** Nothing where the file cannot be read at all. */
function parsed(
  folder: string,
  name: string,
  problems: Problem[],
  isAbsent: (content: string) => boolean = () => false
): YamlFile | undefined {
  const path = join(folder, name);
  const file = asKnown(path);
  try {
    const content = readText(path, file);
    if (isAbsent(content)) return undefined;
    const read = parseYaml(file, content);
    problems.push(...read.problems);
    return read.yaml;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Relative to where the user stands, if it lies below. */
function asKnown(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return below.startsWith("..") || isAbsolute(below) ? path : below.replaceAll("\\", "/");
}
