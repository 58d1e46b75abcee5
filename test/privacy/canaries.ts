/** Texts and numbers that stand in the data and nowhere else. */
export interface Canaries {
  readonly texts: readonly string[];
  /** Whole numbers of at least five digits; found with separators between thousands, too. */
  readonly numbers: ReadonlySet<string>;
}

const SEPARATED = /(?<=\d)[,.'’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g;

/** Canaries that are in a text. */
export function canariesIn(text: string, {texts, numbers}: Canaries): string[] {
  const lower = text.toLowerCase();
  const found = texts.filter((canary) => lower.includes(canary.toLowerCase()));
  const tokens = [text, text.replace(SEPARATED, "")].flatMap(
    (version) => version.match(/(?<![\w.#-])\d{5,}(?![\w-])/g) ?? []
  );
  return [...new Set([...found, ...tokens.filter((token) => numbers.has(token))])];
}
