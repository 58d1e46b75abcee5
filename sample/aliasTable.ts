import type {Random} from "../data-loaders/statistics/random.ts";

/** Draws an index in proportion to its weight, in constant time (Walker's alias method, set up as by Vose 1991). */
export class AliasTable {
  private readonly threshold: Float64Array;
  private readonly alias: Uint32Array;

  /** @param weights at least one, none negative, not all zero */
  constructor(weights: ArrayLike<number>) {
    const count = weights.length;
    const mean = total(weights) / count;
    this.threshold = new Float64Array(count);
    this.alias = new Uint32Array(count);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < count; i++) {
      this.threshold[i] = weights[i]! / mean;
      (this.threshold[i]! < 1 ? small : large).push(i);
    }
    while (small.length > 0 && large.length > 0) {
      const poor = small.pop()!;
      const rich = large.at(-1)!;
      this.alias[poor] = rich;
      this.threshold[rich]! -= 1 - this.threshold[poor]!;
      if (this.threshold[rich]! < 1) small.push(large.pop()!);
    }
    for (const left of [...small, ...large]) this.threshold[left] = 1; // what rounding left over
  }

  draw(random: Random): number {
    const place = random.fraction() * this.threshold.length;
    const index = Math.floor(place);
    return place - index < this.threshold[index]! ? index : this.alias[index]!;
  }
}

function total(weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  return sum;
}
