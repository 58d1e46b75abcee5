import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {momentsOf} from "../../data-loaders/statistics/moments.ts";

/**
 * Schools of 15 Californian districts (Academic Performance Index 2000, cluster sample `apiclus1` of R's survey
 * package): sums by district. Grain: one district.
 */
export const DISTRICTS = {
  schools: [13, 34, 4, 13, 16, 2, 1, 4, 12, 21, 9, 11, 37, 2, 4],
  api00: [9372, 22508, 2077, 8593, 11369, 1116, 551, 1888, 9111, 13761, 6386, 7359, 20394, 905, 2493],
  tested: [6047, 12618, 1461, 5935, 7573, 610, 199, 1184, 6431, 12292, 1877, 4895, 22452, 532, 1373],
  enrolled: [6777, 15038, 1668, 6958, 9025, 683, 274, 1436, 7375, 14968, 2180, 6081, 25814, 680, 1641]
};

/** Student's sleep data (1908, Biometrika 6, 1–25), hours gained with each of two drugs; R's `sleep`. */
export const SLEEP: readonly [Moments, Moments] = [
  momentsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]),
  momentsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
];

/** To so many decimals, as printed in a book. */
export const printed = (value: number, decimals: number): number => Number(value.toFixed(decimals));
