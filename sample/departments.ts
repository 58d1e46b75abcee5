/** Grain: one row per department, in the order of its id (1 to 21). */
export interface Department {
  readonly name: string;
  /** Share of all item lines that is aimed at; the shares are scaled to sum to 1. */
  readonly lineShare: number;
  /** Share of the department's lines that are repeats, aimed at. */
  readonly reorderShare: number;
  /** Weight by which products are spread over departments. */
  readonly products: number;
  /** Dollars: lowest, where the bulk ends, highest. */
  readonly prices: readonly [number, number, number];
}

const ORDINARY: Department["prices"] = [1, 7, 15];

/** The departments every grocer of this kind has, produce first by far, bulk last. */
export const DEPARTMENTS: readonly Department[] = [
  {name: "frozen", lineShare: 0.0695, reorderShare: 0.54, products: 4000, prices: ORDINARY},
  {name: "other", lineShare: 0.0012, reorderShare: 0.41, products: 550, prices: ORDINARY},
  {name: "bakery", lineShare: 0.0365, reorderShare: 0.63, products: 1500, prices: ORDINARY},
  {name: "produce", lineShare: 0.2925, reorderShare: 0.65, products: 1700, prices: ORDINARY},
  {name: "alcohol", lineShare: 0.005, reorderShare: 0.59, products: 1050, prices: ORDINARY},
  {name: "international", lineShare: 0.0084, reorderShare: 0.37, products: 1140, prices: ORDINARY},
  {name: "beverages", lineShare: 0.083, reorderShare: 0.65, products: 4350, prices: ORDINARY},
  {name: "pets", lineShare: 0.003, reorderShare: 0.6, products: 970, prices: ORDINARY},
  {name: "dry goods pasta", lineShare: 0.0265, reorderShare: 0.46, products: 1850, prices: ORDINARY},
  {name: "bulk", lineShare: 0.0009, reorderShare: 0.57, products: 60, prices: ORDINARY},
  {name: "personal care", lineShare: 0.0138, reorderShare: 0.32, products: 6500, prices: ORDINARY},
  {name: "meat seafood", lineShare: 0.0218, reorderShare: 0.57, products: 910, prices: [8, 16, 25]},
  {name: "pantry", lineShare: 0.0579, reorderShare: 0.35, products: 5370, prices: ORDINARY},
  {name: "breakfast", lineShare: 0.0217, reorderShare: 0.56, products: 1120, prices: ORDINARY},
  {name: "canned goods", lineShare: 0.0329, reorderShare: 0.46, products: 2090, prices: ORDINARY},
  {name: "dairy eggs", lineShare: 0.1666, reorderShare: 0.67, products: 3450, prices: ORDINARY},
  {name: "household", lineShare: 0.0227, reorderShare: 0.4, products: 3080, prices: ORDINARY},
  {name: "babies", lineShare: 0.0122, reorderShare: 0.59, products: 1080, prices: ORDINARY},
  {name: "snacks", lineShare: 0.089, reorderShare: 0.57, products: 6260, prices: [1.6, 4, 7]},
  {name: "deli", lineShare: 0.0324, reorderShare: 0.61, products: 1320, prices: ORDINARY},
  {name: "missing", lineShare: 0.0022, reorderShare: 0.4, products: 1260, prices: ORDINARY}
];

/** Index (id - 1) of a department by its name. */
export function departmentIndex(name: string): number {
  const index = DEPARTMENTS.findIndex((department) => department.name === name);
  if (index < 0) throw new Error(`no department is called ${name}`);
  return index;
}
