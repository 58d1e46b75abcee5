import type {ColumnContract, TableContract} from "../../data-loaders/config/sources.ts";

/** A column that is called in the file as by us, strict unless said otherwise. */
export function column(name: string, more: Partial<ColumnContract> = {}): ColumnContract {
  return {
    name,
    column: name,
    type: "whole",
    missing: false,
    none: [],
    zero_padded: false,
    decimal_zero: false,
    optional: false,
    ...more
  };
}

/** A table with the first column as its key. */
export function table(columns: readonly ColumnContract[], more: Partial<TableContract> = {}): TableContract {
  return {
    name: "products",
    file: "products.csv",
    optional: false,
    layout: "long",
    key: [columns[0]!.name],
    columns,
    ignore: [],
    stop_above: 0,
    ...more
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
