import type {Columns} from "./columns.ts";
import {boundNumber, exactCondition} from "./conditions.ts";
import type {Named} from "./conditions.ts";
import type {FactDescription, Grain} from "./segments.ts";
import type {WrittenFact} from "./shapes/fact.ts";
import {wholeName} from "./subjects.ts";
import {ALWAYS} from "./whenSubjects.ts";

/** `{ of: order.order_number, take: max }` → of `order`, column `order_number` */
export function exactFact(name: string, written: WrittenFact, columns: Columns): FactDescription {
  const {per = "customer", take, where, range, missing = "never", says} = written;
  const [rows, column] = written.of.split(".") as [Grain, string?];
  return {
    name,
    per,
    of: rows,
    ...(column !== undefined && {column}),
    take,
    where: where ? exactCondition(where, (word) => namedColumn(wholeName(word, rows), columns)) : ALWAYS,
    unit: unitOf(written, columns) ?? "",
    ...(range && {range: exactRange(range)}),
    missing: typeof missing === "string" ? missing : {as: boundNumber(missing.as)},
    says: says.trim().replace(/\s+/g, " ")
  };
}

export const namedColumn = (name: string, columns: Columns | undefined): Named => ({
  name,
  names: columns?.get(name)?.names
});

function exactRange({from, up_to}: NonNullable<WrittenFact["range"]>): NonNullable<FactDescription["range"]> {
  return {
    ...(from !== undefined && {from: boundNumber(from)}),
    ...(up_to !== undefined && {up_to: boundNumber(up_to)})
  };
}

/** The rows a fact is taken over; nothing where `of` names none. */
export function rowsOf(of: string): "order" | "item" | undefined {
  const [rows] = of.split(".");
  return rows === "order" || rows === "item" ? rows : undefined;
}

/** Takes that look at whole rows and not at a column. */
export const isRowTake = (take: WrittenFact["take"]): boolean => take === "count" || take === "share";

/** The unit written, else the one that follows from what is taken. */
export function unitOf(
  {of, take, unit}: Pick<WrittenFact, "of" | "take" | "unit">,
  columns: Columns
): string | undefined {
  if (unit !== undefined) return unit;
  if (take === "share") return "share";
  if (take === "count") return `${of}s`;
  const column = columns.get(of);
  return column?.type === "money" ? "money" : column?.unit;
}
