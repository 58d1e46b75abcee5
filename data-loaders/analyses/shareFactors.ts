import type {Aggregate} from "../aggregates/aggregate.ts";

/**
 * Why a department's (aisle's, product's) share is what it is: items = buyers × items per buyer, and
 * spend = buyers × items with a price per buyer × price per item.
 */
export interface ShareFactors {
  /** Grain: one per code that was bought and is not hidden, those with fewest items first. */
  readonly rows: readonly FactoredShare[];
  /** Codes without a row, because the gate hides them. */
  readonly hidden: number;
}

export interface FactoredShare {
  readonly code: number;
  readonly label: string;
  readonly items: Factored<ItemFactor>;
  /** Undefined where no item has a price. */
  readonly spend: Factored<ItemFactor | "price"> | undefined;
}

export type ItemFactor = "buyers" | "items_per_buyer";

/** A share, and each factor against the mean of all rows. */
export interface Factored<F extends string> {
  /** Of all items, or of all spend. */
  readonly share: number;
  /** ln(part ÷ geometric mean of the rows' parts): the sum of the factors' logs. */
  readonly log: number;
  readonly factors: Readonly<Record<F, Factor>>;
  /** The factor that pulls furthest in the direction of the whole; ties: the first. */
  readonly main: F;
}

export interface Factor {
  /** Customers per customer (penetration), items per buyer, or cents. */
  readonly value: number;
  /** ln(value ÷ geometric mean over the rows). */
  readonly log: number;
  /** 100 × value ÷ geometric mean: 100 is the mean department. */
  readonly index: number;
}

/**
 * Decomposes every row's items and spend. On the log scale the factors' differences from the mean row add up to the
 * whole difference (as in Kaya's identity), so that one can say what it comes from.
 *
 * @param cells by one item dimension
 * @param whole the one cell of everyone
 */
export function shareFactors(cells: Aggregate, whole: Aggregate): ShareFactors {
  const {labels} = cells.dimensions[0]!;
  const {customers, items, priced_items, spend} = cells.parts;
  const everyone = whole.parts.customers[0]!;
  const codes = [...labels.keys()].filter((code) => items![code]! > 0);
  const priced = codes.filter((code) => spend![code]! > 0);
  const ofItems = factored(codes, items!, whole.parts.items![0]!, {
    buyers: (code) => customers[code]! / everyone,
    items_per_buyer: (code) => items![code]! / customers[code]!
  });
  const ofSpend = factored(priced, spend!, whole.parts.spend![0]!, {
    buyers: (code) => customers[code]! / everyone,
    items_per_buyer: (code) => priced_items![code]! / customers[code]!,
    price: (code) => spend![code]! / priced_items![code]!
  });
  const rows = codes.map((code): FactoredShare => {
    return {code, label: labels[code]!, items: ofItems.get(code)!, spend: ofSpend.get(code)};
  });
  rows.sort((a, b) => a.items.share - b.items.share || a.code - b.code);
  return {rows, hidden: cells.hidden.reduce((count, each) => count + each, 0)};
}

function factored<F extends string>(
  codes: readonly number[],
  part: Float64Array,
  total: number,
  factors: Readonly<Record<F, (code: number) => number>>
): ReadonlyMap<number, Factored<F>> {
  const names = Object.keys(factors) as F[];
  const meanLog = (of: (code: number) => number): number =>
    codes.reduce((sum, code) => sum + Math.log(of(code)), 0) / codes.length;
  const whole = meanLog((code) => part[code]!);
  const means = new Map(names.map((name) => [name, meanLog(factors[name])]));
  return new Map(
    codes.map((code) => {
      const log = Math.log(part[code]!) - whole;
      const made = names.map((name): [F, Factor] => {
        const value = factors[name](code);
        const difference = Math.log(value) - means.get(name)!;
        return [name, {value, log: difference, index: 100 * Math.exp(difference)}];
      });
      const towards = ([, factor]: [F, Factor]): number => Math.sign(log) * factor.log;
      const [main] = made.reduce((best, each) => (towards(each) > towards(best) ? each : best));
      const all = Object.fromEntries(made) as Record<F, Factor>;
      return [code, {share: part[code]! / total, log, factors: all, main}];
    })
  );
}
