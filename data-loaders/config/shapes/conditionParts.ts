import type {WrittenCondition, WrittenTest} from "./condition.ts";
import type {Draft} from "./draft.ts";

/** One entry of a condition: conditions of which all, any or none holds, or a test of what a word stands for. */
export type ConditionPart =
  | {
      readonly kind: "all" | "any";
      readonly key: string;
      readonly conditions: readonly (Draft<WrittenCondition> | undefined)[];
    }
  | {readonly kind: "not"; readonly key: string; readonly condition: Draft<WrittenCondition>}
  | {readonly kind: "test"; readonly key: string; readonly test: Draft<WrittenTest> | undefined};

/** The entries of a condition, told apart by their key. A part with a problem of its own is left out. */
export function conditionParts(condition: Draft<WrittenCondition>): readonly ConditionPart[] {
  return Object.entries(condition).flatMap(([key, part]): readonly ConditionPart[] => {
    if (key === "all" || key === "any")
      return part === undefined ? [] : [{kind: key, key, conditions: part as never}];
    if (key === "not") return part === undefined ? [] : [{kind: "not", key, condition: part as never}];
    return [{kind: "test", key, test: part as never}];
  });
}

/** The words that a condition tests, anywhere inside. */
export function conditionWords(condition: Draft<WrittenCondition> | undefined): readonly string[] {
  return conditionParts(condition ?? {}).flatMap((part) => {
    if (part.kind === "test") return [part.key];
    return part.kind === "not" ? conditionWords(part.condition) : part.conditions.flatMap(conditionWords);
  });
}
