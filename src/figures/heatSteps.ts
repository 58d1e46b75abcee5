/** Steps of the heat scale in theme/tokens.css: `heat-1` to `heat-7`. */
const steps = 7;

/** The step of an amount on a scale from zero to the most: colours compare like bars do. */
export function heatStep(value: number, most: number): string {
  const step = most > 0 && value > 0 ? Math.ceil((value / most) * steps) : 1;
  return `heat-${Math.min(steps, Math.max(1, step))}`;
}

/** All steps, from least to most, for the key. */
export const heatScale = Array.from({length: steps}, (_, step) => `heat-${step + 1}`);

/** Ends of the steps of an index, as factors: up to 1.05 is no step at all. */
const factors = [1.05, 1.25, 2];

/** `below-3` to `above-3`; undefined near 100. Equal factors up and down are equally strong. */
export function indexStep(index: number): string | undefined {
  const factor = index >= 100 ? index / 100 : 100 / index;
  const step = factors.filter((end) => factor > end).length;
  return step > 0 ? `${index >= 100 ? "above" : "below"}-${step}` : undefined;
}
