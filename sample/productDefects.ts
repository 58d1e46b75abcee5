/** The product ids that carry the known defects of the real file, and the pair that is planted. */
export interface ProductDefects {
  /** Two products whose row stands under the next id, so that the next id names two products and theirs none. */
  readonly misnumbered: readonly number[];
  /** Five products whose row stands twice, word for word. */
  readonly repeated: readonly number[];
  /** Sixteen products without a name. */
  readonly nameless: readonly number[];
  /** The product a spreadsheet renamed to `#NAME?`. */
  readonly spoilt: number;
  /** Two products with a price nobody would pay, in dollars. */
  readonly absurd: readonly {readonly id: number; readonly price: number}[];
  /** The two products that are planted together. */
  readonly pair: readonly [number, number];
}

/** Rows in products.csv beyond the products: the repeated ones. */
export const REPEATED_ROWS = 5;

/** Spreads the defects over the ids 1 to `count`, none on another. */
export function productDefects(count: number): ProductDefects {
  const taken = new Set<number>();
  const place = (share: number, width = 1) => {
    let id = 1 + Math.floor(share * (count - 2));
    while (taken.has(id) || (width === 2 && taken.has(id + 1))) id = (id % (count - 2)) + 1;
    for (let i = 0; i < width; i++) taken.add(id + i);
    return id;
  };
  return {
    misnumbered: [place(0.1368, 2), place(0.5337, 2)],
    repeated: [0.0093, 0.3715, 0.5395, 0.7106, 0.7143].map((share) => place(share)),
    spoilt: place(0.2397),
    absurd: [
      {id: place(0.4338), price: 14900},
      {id: place(0.6775), price: 99999}
    ],
    pair: [place(0.311), place(0.829)],
    nameless: Array.from({length: 16}, (_, i) => place((i + 0.4) / 16))
  };
}
