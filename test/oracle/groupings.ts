import {CUSTOMER_SEGMENTATIONS} from "./segmentations.ts";

const TIMES = [["day"], ["hour"], ["day", "hour"]];
const GOODS = [["department"], ["aisle"], ["product"], ["price_range"]];

/** Every kind of question that a page can ask. */
export const GROUPINGS: readonly (readonly string[])[] = [
  [],
  ...TIMES,
  ...GOODS,
  ...Object.keys(CUSTOMER_SEGMENTATIONS).flatMap((name) =>
    [[], ...TIMES, ...GOODS].map((by) => [name, ...by])
  ),
  ["department", "hour"],
  ["hour", "department"],
  ["department", "price_range"],
  ["price_range", "aisle"],
  ["aisle", "day"],
  ["product", "price_range"],
  ["product", "day"],
  ["price_range", "day", "hour"],
  ["department", "loyalty"],
  ["loyalty", "region"],
  ["hour", "household", "age_group"],
  ["profile", "department", "hour"],
  ["region", "department", "price_range"]
];

/** The few that hold every order and item line once: enough to find a row that was cleaned wrongly. */
export const FEW_GROUPINGS = GROUPINGS.filter((by) => by.length < 2 || by[0] === "profile");
