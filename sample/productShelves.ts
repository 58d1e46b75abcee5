import {AISLES} from "./aisles.ts";
import {DEPARTMENTS} from "./departments.ts";

/** Grain: one entry per product, aisle by aisle, the most popular first within its aisle. */
export interface ProductShelves {
  /** Index into `AISLES`. */
  readonly aisle: Uint8Array;
  /** 0 for the most popular of the aisle. */
  readonly rank: Uint16Array;
  /** Weight among the products of the department. */
  readonly weight: Float64Array;
  /** Share of all item lines that this comes to, about. */
  readonly lineShare: Float64Array;
}

/** Stocks every aisle with products whose popularity falls about as one over the rank, faster at the far end. */
export function productShelves(count: number): ProductShelves {
  const aisle = new Uint8Array(count);
  const rank = new Uint16Array(count);
  const weight = new Float64Array(count);
  const lineShare = new Float64Array(count);
  const allLines = sum(DEPARTMENTS.map((department) => department.lineShare));
  let at = 0;
  productsPerAisle(count).forEach((products, index) => {
    const {department, lines} = AISLES[index]!;
    const share =
      lines / sum(AISLES.filter((other) => other.department === department).map((other) => other.lines));
    const popularity = Array.from(
      {length: products},
      (_, place) => 1 / ((place + 1.5) * (1 + place / (0.3 * products)))
    );
    const all = sum(popularity);
    popularity.forEach((popular, place) => {
      aisle[at] = index;
      rank[at] = place;
      weight[at] = (share * popular) / all;
      lineShare[at] = (weight[at]! * DEPARTMENTS[department]!.lineShare) / allLines;
      at++;
    });
  });
  return {aisle, rank, weight, lineShare};
}

/** How many products stand in each aisle: at least three, the rest by department and the root of the aisle's lines. */
function productsPerAisle(count: number): number[] {
  const roots = AISLES.map((aisle) => Math.sqrt(aisle.lines));
  const weights = AISLES.map((aisle, index) => {
    const neighbours = roots.filter((_, other) => AISLES[other]!.department === aisle.department);
    return (DEPARTMENTS[aisle.department]!.products * roots[index]!) / sum(neighbours);
  });
  const free = count - 3 * AISLES.length;
  const all = sum(weights);
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    reached += weight;
    const products = Math.round((free * reached) / all) - given; // by running total, so that they sum to `free` exactly
    given += products;
    return 3 + products;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}
