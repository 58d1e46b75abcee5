import * as z from "zod";
import {text} from "./words.ts";

/** `about.yaml` beside the CSVs. */
export const about = z.strictObject({citation: text, notice: text});
