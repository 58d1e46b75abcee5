/** Numbers that look random and are the same in every run. */
export interface Seeded {
  /** From 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number from 0 to `end`, without `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(of: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** A linear congruential generator, 48 bits (as in POSIX drand48). */
export function seeded(seed: number): Seeded {
  let state = (BigInt(seed) << 16n) + 0x330en;
  const next = (): number => {
    state = (state * 0x5deece66dn + 0xbn) & 0xffff_ffff_ffffn;
    return Number(state) / 2 ** 48;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (of) => of[below(of.length)]!,
    chance: (share) => next() < share,
    shuffled: (list) => {
      const result = [...list];
      for (let at = result.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [result[at], result[other]] = [result[other]!, result[at]!];
      }
      return result;
    }
  };
}
