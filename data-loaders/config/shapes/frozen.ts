import * as z from "zod";
import {name} from "./words.ts";

/** `frozen.yaml`: written by the build, and strict all the same, since people edit what they can open. */
export const frozen = z.record(
  name,
  z.strictObject({by: z.string(), quantiles: z.number(), up_to: z.array(z.number()).min(1)})
);

export type WrittenFrozen = z.infer<typeof frozen>;
