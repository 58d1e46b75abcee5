import type {TableName} from "../config/sources.ts";

/** Rows of one table set aside for one reason. */
export interface SetAside {
  /** `names no product`, `repeats an earlier row`, … */
  readonly reason: string;
  /** The declared reason of the rule, from sources.yaml. */
  readonly because?: string;
  readonly rows: number;
  /** Whether it is a declared choice (train orders) or a defect of the data. */
  readonly kind: "rule" | "defect";
  /** The first few 1-based line numbers in the file. Never ids. */
  readonly lines: readonly number[];
}

/** rows_in = rows_used + sum of set_aside.rows, checked when made. */
export interface TableFlow {
  readonly table: TableName;
  readonly file: string;
  readonly rows_in: number;
  readonly rows_used: number;
  readonly set_aside: readonly SetAside[];
}

/** Values changed or missing in rows that are used: the row counts, the value does not. */
export interface ValueNote {
  readonly table: TableName;
  /** Our column name. */
  readonly column: string;
  readonly note: string;
  readonly because?: string;
  readonly rows: number;
}

export interface PopulationFlow {
  readonly tables: readonly TableFlow[];
  readonly values: readonly ValueNote[];
}
