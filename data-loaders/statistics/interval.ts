/** An estimate and what it may be: 95 of 100 such intervals hold the true value. NaN throughout where too little is known. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Share of intervals that hold the truth. */
export const LEVEL = 0.95;

export const NO_INTERVAL: Interval = {value: Number.NaN, low: Number.NaN, high: Number.NaN};
