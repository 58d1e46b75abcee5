import type {Shown} from "./domain.ts";
import {exampleOf} from "./exampleWords.ts";
import type {Example} from "./exampleWords.ts";
import type {Case, Work} from "./findCase.ts";
import {findCase, WORK} from "./findCase.ts";
import {all, is, not} from "./formula.ts";
import type {Formula} from "./formula.ts";
import type {Logic} from "./logic.ts";
import {classSet, firstClass} from "./variable.ts";
import type {ValueClass, Variable} from "./variable.ts";

/** What a proof has come to: an example, none at all, or nothing certain. */
export type Verdict =
  | {readonly is: "some"; readonly example: Example}
  | {readonly is: "none"}
  | {readonly is: "open"; readonly because: string};

/** Proofs over one file, within the work allowed for all of them. */
export interface Proving {
  readonly logic: Logic;
  /** Whether the formula can be true for values within these, and for which. */
  readonly ask: (formula: Formula, within?: Case) => Verdict;
  readonly shown: (subject: string) => Shown;
}

/** Parts of formulas that all questions together may look at: about a second. */
const WORK_IN_ALL = 20 * WORK;

export function proving(logic: Logic, inAll: number = WORK_IN_ALL): Proving {
  const work = {left: inAll};
  return {
    logic,
    ask: (formula, within = new Map()) => ask(formula, within, logic, work),
    shown: (subject) => {
      const domain = logic.domain(subject);
      return domain?.kind === "numbers" ? domain : PLAIN;
    }
  };
}

function ask(formula: Formula, within: Case, {limits}: Logic, work: Work): Verdict {
  const answer = findCase(formula, limits, work, within);
  if (answer.is === "none") return answer;
  if (answer.is === "open") return {is: "open", because: "too many combinations to go through"};
  const classes = fewestClasses(
    formula,
    answer.found,
    (question) => findCase(question, limits, work).is === "none"
  );
  const unknown = entangled([...classes.keys()]);
  return unknown === undefined
    ? {is: "some", example: exampleOf(classes, limits)}
    : {is: "open", because: `what ${unknown} is made of is known only from the data`};
}

const PLAIN: Shown = {isShare: false};

/** A class for each variable that matters: of the others every value will do. */
function fewestClasses(
  formula: Formula,
  found: Case,
  isNever: (question: Formula) => boolean
): ReadonlyMap<Variable, ValueClass> {
  const classes = new Map([...found].map(([variable, set]) => [variable, firstClass(variable, set)]));
  const opposite = not(formula);
  for (const variable of found.keys()) {
    const fixed = [...classes].filter(([other]) => other !== variable);
    if (isNever(all([...fixed.map(([other, one]) => is(other, classSet(other, one))), opposite])))
      classes.delete(variable);
  }
  return classes;
}

/** A segmentation whose conditions are not known, beside what it is made of: the two may exclude each other. */
function entangled(variables: readonly Variable[]): string | undefined {
  const bases = variables.flatMap((variable) => [variable, ...variable.restsOn]);
  const twice = bases.find((base, at) => bases.indexOf(base) < at);
  return twice && variables.find(({restsOn}) => restsOn.includes(twice))?.name;
}
