import type {Columns} from "./columns.ts";
import {exactCondition} from "./conditions.ts";
import type {FactDescription, Grain} from "./segments.ts";
import type {WrittenFact} from "./shapes/fact.ts";
import {wholeName} from "./subjects.ts";

/** `{ of: order.order_number, take: max }` → of `order`, column `order_number` */
export function exactFact(name: string, written: WrittenFact, columns: Columns): FactDescription {
  const {take, where = {}, missing, says} = written;
  const [rows, column] = written.of.split(".") as [Grain, string?];
  return {
    name,
    per: "customer",
    of: rows,
    ...(column !== undefined && {column}),
    take,
    where: exactCondition(where, (word) => wholeName(word, rows)),
    unit: unitOf(written, columns) ?? "",
    missing: missing ?? "never",
    says: says.trim().replace(/\s+/g, " ")
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
