import * as z from "zod";
import {sentence, text} from "./words.ts";

/** The file as a whole: words and what they mean. */
export const glossary = z.strictObject({terms: z.record(text, sentence)});

export type WrittenGlossary = z.infer<typeof glossary>;
