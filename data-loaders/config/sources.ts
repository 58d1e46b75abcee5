/** Exact types of `config/sources.yaml`: one contract per table. */

export type TableName = "orders" | "items" | "products" | "departments" | "aisles" | "customers";

export type ColumnType =
  | "id" // whole, 0 to 2^53 - 1
  | "whole" // integer
  | "money" // decimal with at most two places, kept in cents
  | "text"
  | "category"; // text from a small set

export interface ColumnContract {
  /** Our name, snake_case: `customer_id`. */
  readonly name: string;
  /** The name in the file's header: `user_id`. */
  readonly column: string;
  readonly type: ColumnType;
  readonly from?: number;
  readonly up_to?: number;
  readonly unit?: string;
  /** Allowed values of a category; absent: any. */
  readonly values?: readonly string[];
  readonly references?: TableName;
  /** True when an empty cell is a missing value and not a bad row. */
  readonly missing: boolean;
  /** Texts that mean missing, such as `#NAME?`. */
  readonly none: readonly string[];
  /** True when "08" is a right way to write 8. */
  readonly zero_padded: boolean;
  /** True when whole numbers stand as "7.0" (or "7"). */
  readonly decimal_zero: boolean;
  /** True when the file may lack the column altogether. */
  readonly optional: boolean;
  /** Values above the bound become missing; the row still counts. Same unit as the file (money: not cents). */
  readonly missing_above?: {readonly bound: number; readonly because: string};
}

export interface IgnoredColumn {
  readonly column: string;
  readonly because: string;
}

export interface TableContract {
  readonly name: TableName;
  /** Relative to the data folder; `<file>.gz` is taken when the file itself is absent. */
  readonly file: string;
  readonly optional: boolean;
  readonly layout: "long" | "wide_or_long";
  /** Names (ours) of the key columns. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnContract[];
  readonly ignore: readonly IgnoredColumn[];
  /** Rows of another value are set aside under this reason, not as defects. */
  readonly keep?: {readonly column: string; readonly value: string; readonly because: string};
  /** What happens to rows with a key that stood before. Absent: every repeat is a bad row. */
  readonly repeats?: {
    /** Word for word the same row. */
    readonly same: {readonly because: string};
    readonly different: {readonly keep: "first" | "last"; readonly because: string};
  };
  /** The build stops when a larger share of the table's rows than this is bad. 0 to 1. */
  readonly stop_above: number;
}

export interface Sources {
  readonly citation: string;
  readonly notice: string;
  /** Weekday name of day 0, an assumption the report prints. */
  readonly day_zero: string;
  readonly tables: Readonly<Record<TableName, TableContract>>;
}
