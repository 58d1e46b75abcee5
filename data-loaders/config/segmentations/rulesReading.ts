import {checkCondition} from "../checks/checkCondition.ts";
import {exactCondition} from "../conditions.ts";
import {whole} from "../shapes/draft.ts";
import {rules as shape} from "../shapes/segmentation.ts";
import type {WrittenRules} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import {segmentationSubject} from "../subjects.ts";
import {grainOf} from "./grainOf.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {checkLabels, knownLabels} from "./labels.ts";
import {lastSegment, segmentWords} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

/** Rules: the first whose conditions all hold gives the segment; `else` takes the rest. */
export function rulesReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped(shape, value, path, problems) ?? {};
  const {rules = []} = draft;
  const grain = grainOf(draft);
  const otherwise = draft.else;
  return {
    name,
    path,
    grain,
    uses: rules.flatMap((rule) => Object.keys(rule?.when ?? {})),
    labels: () =>
      knownLabels([...rules.map((rule) => rule?.label), ...(otherwise === undefined ? [] : [otherwise])]),
    check: (vocabulary) => {
      for (const [index, rule] of rules.entries()) {
        const at = [...path, "rules", index, "when"];
        checkCondition(
          rule?.when,
          at,
          (word) => segmentationSubject(word, grain, vocabulary, true),
          problems
        );
      }
      checkLabels(
        [
          ...rules.map((rule, index) => ({label: rule?.label, at: [...path, "rules", index, "label"]})),
          {label: otherwise, at: [...path, "else"]}
        ],
        problems
      );
    },
    exact: () => {
      const written = whole<WrittenRules>(draft);
      return {
        kind: "rules",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [...written.rules.map(segmentWords), ...lastSegment(written.else)],
        match: "first",
        rules: written.rules.map(({label, when}) => ({label, when: exactCondition(when)})),
        ...(written.else !== undefined && {else: written.else})
      };
    }
  };
}
