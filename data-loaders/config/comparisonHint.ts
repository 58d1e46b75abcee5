const ENDS: Readonly<Record<string, string>> = {
  ">=": "from",
  "≥": "from",
  ">": "above",
  "<=": "up_to",
  "≤": "up_to",
  "<": "below"
};

/** `{ above: 0.02 }` for `> 0.02`; nothing for a text that is no comparison. */
export function comparisonHint(text: string): string | undefined {
  const [, sign, number] = /^(>=|≥|>|<=|≤|<)\s*(-?[\d.]+\s*%?)$/.exec(text.trim()) ?? [];
  return sign && number ? `{ ${ENDS[sign]}: ${number} }` : undefined;
}
