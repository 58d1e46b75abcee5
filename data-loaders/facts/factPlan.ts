import {distance} from "fastest-levenshtein";
import {locatedProblem, nowhere} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import {UserError} from "../config/problem.ts";
import type {Problem} from "../config/problem.ts";
import type {FactDescription, Take, Test, When} from "../config/segments.ts";
import {whenSubjects} from "../config/whenSubjects.ts";
import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE} from "../baskets/store.ts";
import {testPasses} from "./testPasses.ts";

/** A fact made ready for a pass over the baskets: names are bound to the products and hours of this data. */
export interface FactPlan {
  readonly name: string;
  readonly of: "customer" | "order" | "item";
  readonly column?: string;
  readonly take: Take;
  /** 1 per product that passes; absent when every product does. */
  readonly productMask?: Uint8Array;
  /** 1 per day × 24 + hour that passes. */
  readonly slotMask?: Uint8Array;
  readonly orderTests: readonly {
    readonly column: "order_number" | "days_since_prior_order";
    readonly test: Test;
  }[];
  readonly itemTests: readonly {readonly column: "reordered" | "cart_position"; readonly test: Test}[];
}

const PRODUCT_COLUMNS = ["department", "aisle", "product", "price"];
const SLOT_COLUMNS = ["day", "hour"];

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

const needsPrices = ({column, where}: FactDescription): boolean =>
  column === "price" || whenSubjects(where).includes("item.price");

function factPlan({name, of, column, take, where}: FactDescription, baskets: Baskets): FactPlan {
  const tests = conjuncts(where).map(({subject, test}) => ({
    column: subject.slice(subject.indexOf(".") + 1),
    test
  }));
  const onProducts = tests.filter((entry) => PRODUCT_COLUMNS.includes(entry.column));
  const onSlots = tests.filter((entry) => SLOT_COLUMNS.includes(entry.column));
  return {
    name,
    of,
    take,
    ...(column !== undefined && {column}),
    ...(onProducts.length > 0 && {productMask: productMask(onProducts, baskets)}),
    ...(onSlots.length > 0 && {slotMask: slotMask(onSlots)}),
    orderTests: tests.filter(
      (entry): entry is FactPlan["orderTests"][number] =>
        entry.column === "order_number" || entry.column === "days_since_prior_order"
    ),
    itemTests: tests.filter(
      (entry): entry is FactPlan["itemTests"][number] =>
        entry.column === "reordered" || entry.column === "cart_position"
    )
  };
}

function conjuncts(when: When): readonly {readonly subject: string; readonly test: Test}[] {
  if ("subject" in when) return [when];
  if ("all" in when) return when.all.flatMap(conjuncts);
  throw new Error("any and not are not carried out yet");
}

function productMask(tests: readonly {column: string; test: Test}[], baskets: Baskets): Uint8Array {
  return Uint8Array.from({length: baskets.products}, (_, product) =>
    tests.every(({column, test}) => testPasses(test, productValue(baskets, column, product))) ? 1 : 0
  );
}

/** A product's value of `department`, `aisle`, `product` (its name) or `price` in money. */
export function productValue(baskets: Baskets, column: string, product: number): string | number | undefined {
  const {words, price, productAisle, productDepartment} = baskets;
  if (column === "department") return words.departments[productDepartment[product]!];
  if (column === "aisle") return words.aisles[productAisle[product]!];
  if (column === "product") return words.productNames[product];
  return price[product] === NO_PRICE ? undefined : price[product]! / 100;
}

function slotMask(tests: readonly {column: string; test: Test}[]): Uint8Array {
  return Uint8Array.from({length: 168}, (_, slot) =>
    tests.every(({column, test}) => testPasses(test, column === "day" ? Math.floor(slot / 24) : slot % 24))
      ? 1
      : 0
  );
}

function unknownNames({name, where: condition}: FactDescription, {words}: Baskets, where: Where): Problem[] {
  return conjuncts(condition).flatMap(({subject, test}) => {
    const column = subject.slice(subject.indexOf(".") + 1);
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
export function unknownName(kind: string, value: string, allowed: readonly string[]): string {
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
