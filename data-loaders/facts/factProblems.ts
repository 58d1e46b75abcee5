import {locatedProblem, nowhere} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Problem} from "../config/problem.ts";
import type {FactDescription} from "../config/segments.ts";

/** Values that a fact must not have: missing ones where none are allowed, and those outside its range. */
export function factProblems(
  facts: readonly FactDescription[],
  values: ReadonlyMap<string, Float64Array>,
  where: Where = nowhere
): Problem[] {
  return facts.flatMap((fact) => {
    const taken = values.get(fact.name);
    return taken ? problemsOf(fact, taken, where) : [];
  });
}

function problemsOf(
  {name, per, range, missing}: FactDescription,
  values: Float64Array,
  where: Where
): Problem[] {
  const {from = Number.NEGATIVE_INFINITY, up_to = Number.POSITIVE_INFINITY} = range ?? {};
  let none = 0;
  let outside = 0;
  let example = Number.NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) none++;
    else if (value < from || value > up_to) {
      if (outside === 0) example = value;
      outside++;
    }
  }
  const words = (rows: number): string =>
    `${rows.toLocaleString("en-US")} ${per}${rows === 1 ? " has" : "s have"}`;
  const problem = (key: readonly string[], message: string): Problem =>
    locatedProblem(where, "segments.yaml", ["facts", name, ...key], message);
  return [
    ...(none > 0 && missing === "never"
      ? [
          problem(
            [],
            `${words(none)} no value; write "missing: allowed", or "missing: { as: 0 }" to count them as 0`
          )
        ]
      : []),
    ...(outside > 0
      ? [
          problem(
            ["range"],
            `${words(outside)} a value outside this range, for example ${Number(example.toPrecision(6))}`
          )
        ]
      : [])
  ];
}
