import * as z from "zod";
import {name} from "./words.ts";

/** The file as a whole; each fact and each segmentation has a shape of its own. */
export const segments = z.strictObject({
  facts: z.record(name, z.unknown()),
  segmentations: z.record(name, z.unknown())
});
