import {TABLE_COLUMNS, weekdaysFrom} from "../../config/columns.ts";
import {NEEDED_COLUMNS} from "../../config/neededColumns.ts";
import type {FactDescription, Segments} from "../../config/segments.ts";
import type {ColumnContract, Sources, TableName} from "../../config/sources.ts";
import type {Domain, NumberDomain} from "./domain.ts";

/** What each fact and column can be, by the name rules use: `orders_placed`, `customer.age`, `item.department`. */
export function subjectDomains({facts}: Pick<Segments, "facts">, sources: Sources): Map<string, Domain> {
  const domains = new Map<string, Domain>();
  for (const [reference, table, name] of TABLE_COLUMNS) {
    const column = sources.tables[table].columns.find((one) => one.name === name);
    if (column) domains.set(reference, columnDomain(column, table, sources.day_zero));
  }
  const price = domains.get("item.price");
  domains.set("order.items", {...ANY_NUMBER, from: 0, steps: 1});
  domains.set("order.spend", {...ANY_NUMBER, from: 0, steps: 100, missing: price?.missing ?? true});
  for (const column of sources.tables.customers.columns)
    domains.set(`customer.${column.name}`, columnDomain(column, "customers"));
  for (const fact of facts) domains.set(fact.name, factDomain(fact, domains));
  return domains;
}

function columnDomain(column: ColumnContract, table: TableName, dayZero?: string): Domain {
  const {type, missing, values, name} = column;
  if (type === "text" || type === "category") return {kind: "texts", ...(values && {values}), missing};
  const needed = NEEDED_COLUMNS[table][name];
  const names = table === "orders" && name === "day" ? weekdaysFrom(dayZero) : undefined;
  return {
    kind: "numbers",
    from: Math.max(
      column.from ?? Number.NEGATIVE_INFINITY,
      needed?.from ?? Number.NEGATIVE_INFINITY,
      type === "id" ? 0 : Number.NEGATIVE_INFINITY
    ),
    up_to: Math.min(
      column.up_to ?? Number.POSITIVE_INFINITY,
      needed?.up_to ?? Number.POSITIVE_INFINITY,
      column.missing_above?.bound ?? Number.POSITIVE_INFINITY
    ),
    steps: type === "money" ? 100 : 1,
    isShare: false,
    ...(names && {names}),
    missing
  };
}

/** What the take leaves of the column's values, within the range the fact allows. */
function factDomain(fact: FactDescription, columns: ReadonlyMap<string, Domain>): Domain {
  const {column, of, missing, range, take} = fact;
  const taken = column === undefined ? undefined : columns.get(`${of}.${column}`);
  if (taken?.kind === "texts") return {...taken, missing: missing === "allowed"};
  const numbers = takenNumbers(take, taken);
  return {
    ...numbers,
    from: Math.max(numbers.from, range?.from ?? Number.NEGATIVE_INFINITY),
    up_to: Math.min(numbers.up_to, range?.up_to ?? Number.POSITIVE_INFINITY),
    ...(typeof missing === "object" && {also: missing.as}),
    missing: missing === "allowed"
  };
}

const ANY_NUMBER: NumberDomain = {
  kind: "numbers",
  from: Number.NEGATIVE_INFINITY,
  up_to: Number.POSITIVE_INFINITY,
  isShare: false,
  missing: false
};

function takenNumbers(take: FactDescription["take"], column: NumberDomain = ANY_NUMBER): NumberDomain {
  const {from, up_to, steps} = column;
  const anyOf = {kind: "numbers", from, up_to, isShare: false, missing: false} as const;
  switch (take) {
    case "count":
      return {...ANY_NUMBER, from: 0, steps: 1};
    case "share":
      return {...ANY_NUMBER, from: 0, up_to: 1, isShare: true};
    case "sum":
      return {
        ...ANY_NUMBER,
        from: from >= 0 ? 0 : Number.NEGATIVE_INFINITY,
        up_to: up_to <= 0 ? up_to : Number.POSITIVE_INFINITY,
        ...(steps !== undefined && {steps})
      };
    case "mean":
      return anyOf;
    case "median":
      return steps === undefined ? anyOf : {...anyOf, steps: 2 * steps};
    default:
      return steps === undefined ? anyOf : {...anyOf, steps};
  }
}
