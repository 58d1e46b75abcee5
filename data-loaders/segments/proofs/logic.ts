import type {Segments, When} from "../../config/segments.ts";
import type {Sources} from "../../config/sources.ts";
import {testPasses} from "../../facts/testPasses.ts";
import type {Domain} from "./domain.ts";
import {all, any, is, not} from "./formula.ts";
import type {Formula} from "./formula.ts";
import {labelFormulas} from "./labelFormulas.ts";
import {namedValues} from "./namedValues.ts";
import type {NamedValues} from "./namedValues.ts";
import {shareLimits} from "./shareLimits.ts";
import type {ShareLimit} from "./shareLimits.ts";
import {subjectDomains} from "./subjectDomains.ts";
import {valueClasses} from "./valueClasses.ts";
import {classesWhere, variable} from "./variable.ts";
import type {Variable} from "./variable.ts";

/** The rules of `segments.yaml` as formulas over facts and columns. */
export interface Logic {
  readonly domain: (subject: string) => Domain | undefined;
  /** Of a fact or column. */
  readonly variable: (subject: string) => Variable;
  readonly formula: (when: When) => Formula;
  /** When a row is in the segment, by label. */
  readonly labels: (segmentation: string) => ReadonlyMap<string, Formula>;
  readonly limits: readonly ShareLimit[];
}

/** `also` adds values that are to be told apart. */
export function segmentLogic(segments: Segments, sources: Sources, also: NamedValues = new Map()): Logic {
  const domains = subjectDomains(segments, sources);
  const named = namedValues(segments.segmentations);
  const variables = new Map<string, Variable>();
  for (const [name, domain] of domains)
    variables.set(
      name,
      subjectVariable(name, domain, [...(named.get(name) ?? []), ...(also.get(name) ?? [])])
    );
  const labels = new Map<string, ReadonlyMap<string, Formula>>();
  const logic: Logic = {
    domain: (subject) => domains.get(subject),
    variable: (subject) => {
      const known = variables.get(subject);
      if (!known) throw new Error(`no subject ${subject}`);
      return known;
    },
    formula: (when) => whenFormula(when, logic, labels),
    labels: (segmentation) => labels.get(segmentation)!,
    limits: shareLimits(segments.facts, variables)
  };
  for (const segmentation of segments.segmentations)
    labels.set(segmentation.name, labelFormulas(segmentation, logic));
  return logic;
}

function subjectVariable(name: string, domain: Domain, named: readonly (number | string)[]): Variable {
  return variable(name, valueClasses(domain, named), domain.kind === "numbers" ? {shown: domain} : {});
}

function whenFormula(
  when: When,
  logic: Logic,
  labels: ReadonlyMap<string, ReadonlyMap<string, Formula>>
): Formula {
  if ("all" in when) return all(when.all.map(logic.formula));
  if ("any" in when) return any(when.any.map(logic.formula));
  if ("not" in when) return not(logic.formula(when.not));
  const {subject, test} = when;
  const segmentation = labels.get(subject);
  if (segmentation) {
    const passing = [...segmentation].filter(([label]) => testPasses(test, label));
    return any(passing.map(([, formula]) => formula));
  }
  const known = logic.variable(subject);
  return is(
    known,
    classesWhere(known, (value) => testPasses(test, value))
  );
}
