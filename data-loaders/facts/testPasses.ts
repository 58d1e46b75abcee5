import type {Test} from "../config/segments.ts";

/** Whether a value passes all parts of a test. A missing value (NaN, undefined) passes `missing: true` only. */
export function testPasses(test: Test, value: number | string | undefined): boolean {
  if (value === undefined || Number.isNaN(value)) return test.missing === true;
  if (test.missing !== undefined) return !test.missing;
  if (test.in && !test.in.includes(value)) return false;
  if (typeof value === "string") return test.in !== undefined;
  return (
    (test.from === undefined || value >= test.from) &&
    (test.above === undefined || value > test.above) &&
    (test.up_to === undefined || value <= test.up_to) &&
    (test.below === undefined || value < test.below)
  );
}
