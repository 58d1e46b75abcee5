import * as z from "zod";
import {text} from "./words.ts";

const colourMessage = {error: 'a colour is needed: "#0b5fa5" (in quotes, since # begins a comment)'};
const colour = z.string(colourMessage).regex(/^#[0-9a-fA-F]{6}$/, colourMessage);

export const brand = z.strictObject({
  name: text.optional(),
  logo: text.optional(),
  accent: colour.optional(),
  accent_dark: colour.optional(),
  headings: text.optional()
});

export type WrittenBrand = z.infer<typeof brand>;
