import * as z from "zod";
import {percent, percentHint} from "./words.ts";

const points = z.number({error: "a number of points is needed, such as 2"});

/** `5%` of everyone's value, or `{ points: 2 }` of a share or an index. */
export const matters = z.union([percent, z.strictObject({points})], {
  error: ({input}) => `a percent such as 5% or { points: 2 } is needed${percentHint(input)}`
});

export type WrittenMatters = z.infer<typeof matters>;
