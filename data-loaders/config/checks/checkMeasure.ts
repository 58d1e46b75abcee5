import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenMeasure} from "../shapes/measure.ts";

/** A number under a wrong unit is printed with a wrong sign: `$` for a count, `%` for an index. */
export function checkMeasure(measure: Draft<WrittenMeasure>, path: Path, problems: ProblemList): void {
  const {unit} = measure;
  if (measure.kind === "ratio" && measure.ratio?.[0] !== undefined && measure.ratio[0] === measure.ratio[1]) {
    problems.add([...path, "ratio", 1], `${measure.ratio[0]} divided by itself is always 1`);
  }
  if (unit === undefined || (measure.kind === "ratio" && measure.ratio?.[0] === undefined)) return;
  const needed = neededUnit(measure);
  if (needed !== undefined && !isUnit(unit, needed))
    problems.add([...path, "unit"], `the unit of this measure is "${needed}"`);
  else if (needed === undefined && ["money", "index"].some((special) => isUnit(unit, special))) {
    problems.add(
      [...path, "unit"],
      `"${unit}" does not fit: nothing in this measure is ${isUnit(unit, "money") ? "spend" : "an index"}`
    );
  }
}

/** `money per order` is money. */
const isUnit = (unit: string, needed: string): boolean =>
  unit === needed || (needed === "money" && unit.startsWith("money "));

function neededUnit(measure: Draft<WrittenMeasure>): string | undefined {
  if (measure.kind === "share" || measure.kind === "penetration") return "share";
  if (measure.kind === "index") return "index";
  const numerator =
    measure.kind === "sum" ? measure.sum : measure.kind === "ratio" ? measure.ratio?.[0] : undefined;
  return numerator === "spend" ? "money" : undefined;
}
