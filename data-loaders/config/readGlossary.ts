import {problemList} from "./problemList.ts";
import type {Reading} from "./reading.ts";
import type {YamlFile} from "./readYaml.ts";
import {whole} from "./shapes/draft.ts";
import {glossary} from "./shapes/glossary.ts";
import type {WrittenGlossary} from "./shapes/glossary.ts";
import {shaped} from "./shapes/shaped.ts";

/** A word of the report and what it means. */
export interface Term {
  readonly term: string;
  readonly says: string;
}

/** Reads `glossary.yaml`. */
export function glossaryReading(yaml: YamlFile): Reading<readonly Term[]> {
  const problems = problemList(yaml);
  const draft = shaped({glossary}, yaml.value, [], problems);
  return {
    problems: problems.list,
    exact: () => {
      const {terms} = whole<WrittenGlossary>(draft);
      return yaml.keys(["terms"]).map((term) => ({term, says: terms[term]!.trim()}));
    }
  };
}
