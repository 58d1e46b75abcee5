import type {Grain} from "../config/segments.ts";

/** Items are split by their products. */
const ROW_NAMES = {customer: "customer", order: "order", item: "product"} as const;

/** `1 customer`, `1,204 orders` */
export const rowsWords = (rows: number, grain: Grain): string =>
  `${rows.toLocaleString("en-US")} ${ROW_NAMES[grain]}${rows === 1 ? "" : "s"}`;

export const rowName = (grain: Grain): string => `${ROW_NAMES[grain]}s`;
