/** Why a count is not told: it is of fewer customers than the threshold, or would let such a count be worked out. */
export type Hidden = "few" | "covered";

/** How many rows of its grain a group has, where that may be told. */
export type Size = number | Hidden;

export function isHidden(size: Size | undefined): size is Hidden {
  return typeof size === "string";
}

/** A group that exists but is smaller than what may be told. */
export function isFew(customers: number, atLeast: number): boolean {
  return customers > 0 && customers < atLeast;
}
