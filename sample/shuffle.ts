import type {Random} from "../data-loaders/statistics/random.ts";

/** Puts the values in random order, in place (Fisher and Yates). */
export function shuffle(values: Uint32Array | Uint16Array | Uint8Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}
