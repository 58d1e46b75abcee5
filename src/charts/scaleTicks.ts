/**
 * Ticks of a scale, at most `count` of them where there is room for two: round steps on a linear scale and on a
 * narrow logarithmic one; 1, 2 and 5 times powers of ten on a wide one.
 */
export function scaleTicks(
  [least, most]: readonly [number, number],
  scale: "linear" | "log",
  count: number
): number[] {
  const wanted = Math.max(2, count);
  if (scale === "linear" || most / least < 5) return linearTicks(least, most, wanted);
  const all = [1, 2, 5].flatMap((first) =>
    Array.from({length: 40}, (_, at) => round(first * 10 ** (at - 20)))
  );
  const inside = all.filter((value) => value >= least && value <= most).sort((a, b) => a - b);
  const every = Math.ceil(inside.length / wanted);
  return inside.filter((_, at) => at % every === 0);
}

function linearTicks(least: number, most: number, count: number): number[] {
  const step = niceStep((most - least) / count);
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({length: Math.max(0, last - first + 1)}, (_, at) => round((first + at) * step));
}

/** The least of 1, 2 and 5 times a power of ten that is not below. */
function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10);
}

/** Without the dust of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
