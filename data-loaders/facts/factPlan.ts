import {distance} from "fastest-levenshtein";
import {locatedProblem, nowhere} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import {UserError} from "../config/problem.ts";
import type {Problem} from "../config/problem.ts";
import type {FactDescription, Take, When} from "../config/segments.ts";
import {whenSubjects, whenTests} from "../config/whenSubjects.ts";
import type {Baskets} from "../baskets/store.ts";
import {productMask, rowScope, rowTest, slotMask} from "./rowTest.ts";
import type {RowScope, RowTest} from "./rowTest.ts";
import {columnOf} from "./subject.ts";

/** A fact made ready for a pass over the baskets: names are bound to the products and hours of this data. */
export interface FactPlan {
  readonly name: string;
  readonly per: "customer" | "order";
  readonly of: "customer" | "order" | "item";
  readonly column?: string;
  readonly take: Take;
  /** 1 per product that passes; absent when every product does. */
  readonly productMask?: Uint8Array;
  /** 1 per day × 24 + hour that passes. */
  readonly slotMask?: Uint8Array;
  /** What else of the condition looks at the order only, and what looks at the item. */
  readonly orderTest?: RowTest;
  readonly itemTest?: RowTest;
  /** The value that stands for missing. */
  readonly fill?: number;
}

/**
 * Plans of all facts that this data can have: without prices, those that need prices are left out.
 * @throws UserError naming departments, aisles or products that the data has not.
 */
export function factPlans(
  facts: readonly FactDescription[],
  baskets: Baskets,
  where: Where = nowhere
): FactPlan[] {
  const problems = facts.flatMap((fact) => unknownNames(fact, baskets, where));
  if (problems.length > 0) throw new UserError(problems);
  return facts
    .filter((fact) => baskets.words.hasPrices || !needsPrices(fact))
    .map((fact) => factPlan(fact, baskets));
}

const PRICED = ["item.price", "order.spend"];

const needsPrices = ({of, column, where}: FactDescription): boolean =>
  [`${of}.${column}`, ...whenSubjects(where)].some((subject) => PRICED.includes(subject));

function factPlan(fact: FactDescription, baskets: Baskets): FactPlan {
  const {name, per, of, column, take, where, missing} = fact;
  const conjuncts = "all" in where ? where.all : [where];
  const within = (scope: RowScope): When | undefined => {
    const parts = conjuncts.filter((part) => rowScope(part) === scope);
    return parts.length === 0 ? undefined : {all: parts};
  };
  const [products, slots, order, item] = (["products", "slots", "order", "item"] as const).map(within);
  return {
    name,
    per,
    of,
    take,
    ...(column !== undefined && {column}),
    ...(products && {productMask: productMask(products, baskets)}),
    ...(slots && {slotMask: slotMask(slots)}),
    ...(order && {orderTest: rowTest(order, baskets)}),
    ...(item && {itemTest: rowTest(item, baskets)}),
    ...(typeof missing === "object" && {fill: missing.as})
  };
}

function unknownNames({name, where: condition}: FactDescription, {words}: Baskets, where: Where): Problem[] {
  return whenTests(condition).flatMap(({subject, test}) => {
    const column = columnOf(subject);
    const allowed = namesOf(subject, words);
    if (!allowed || !test.in) return [];
    const unknown = test.in.filter((value) => !allowed.includes(String(value)));
    const path = ["facts", name, "where", column];
    return unknown.map((value) =>
      locatedProblem(where, "segments.yaml", path, unknownName(column, String(value), allowed))
    );
  });
}

function namesOf(
  subject: string,
  {departments, aisles, productNames}: Baskets["words"]
): readonly string[] | undefined {
  if (subject === "item.department") return departments;
  if (subject === "item.aisle") return aisles;
  return subject === "item.product" ? productNames : undefined;
}

/** `no department "babys"; did you mean "babies"?` */
function unknownName(kind: string, value: string, allowed: readonly string[]): string {
  const near = closest(value, allowed);
  const hint =
    near !== undefined && distance(near, value) <= Math.max(2, value.length / 3)
      ? `; did you mean "${near}"?`
      : `; the data has ${allowed.slice(0, 25).join(", ")}`;
  return `the data has no ${kind} "${value}"${hint}`;
}

/** The name with the fewest typing errors; of several the first. Nothing for an empty list. */
function closest(value: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const errors = distance(name, value);
    if (errors < fewest) [best, fewest] = [name, errors];
  }
  return best;
}
