/**
 * p values of one family, adjusted so that the chance of even one false difference in the family stays below the level
 * they are compared with: Holm (1979, Scandinavian Journal of Statistics 6, 65–70). In the order given. NaN, a
 * comparison that could not be made, stays NaN and is not counted in the family.
 */
export function holm(ps: readonly number[]): number[] {
  const order = [...ps.keys()].filter((at) => !Number.isNaN(ps[at]!)).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = ps.map(() => Number.NaN);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, ps[at]! * (order.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
