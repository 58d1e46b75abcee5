import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/glossary.yaml`. */
export const GLOSSARY_WORDS: KeyWords = {
  keys: {
    terms: ["Words and what they mean, for the glossary page.", "lift: How many times as often as by chance."]
  },
  values: {}
};
