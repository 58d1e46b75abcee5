/** Custom properties of theme/tokens.css, by what they mean. No chart names a colour otherwise. */
export const colours = {
  ink: "var(--ink)",
  soft: "var(--ink-soft)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  accent: "var(--accent)",
  mark: "var(--mark)",
  under: "var(--under)",
  base: "var(--base-mark)",
  tooFew: "var(--surface)"
} as const;
