import {TOGETHER} from "../config/segmentations/combinations.ts";
import type {Rule} from "../config/segments.ts";

/** Each row's combination of rules that hold, as a code; of none the code of no label. */
export function combinationsOf(
  rules: readonly Rule[],
  masks: readonly Uint8Array[],
  codeOf: (label: string | undefined) => number,
  codes: Uint16Array
): void {
  const table = Uint16Array.from({length: 2 ** rules.length}, (_, set) => {
    const labels = rules.filter((_, rule) => (set >> rule) & 1).map(({label}) => label);
    return codeOf(labels.length === 0 ? undefined : labels.join(TOGETHER));
  });
  const sets = new Uint8Array(codes.length);
  for (const [rule, mask] of masks.entries())
    for (let row = 0; row < sets.length; row++) sets[row]! |= mask[row]! << rule;
  for (let row = 0; row < codes.length; row++) codes[row] = table[sets[row]!]!;
}
