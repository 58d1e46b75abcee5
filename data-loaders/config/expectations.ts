import {percentNumber} from "./conditions.ts";
import type {Expect} from "./segments.ts";
import type {WrittenExpect} from "./shapes/segmentation.ts";

/** `{ else_at_most: 40% }` → 0.4; nothing where nothing is expected. */
export function exactExpect(written: WrittenExpect | undefined): {readonly expect?: Expect} {
  if (!written) return {};
  const {else_at_most, each_at_least, at_most} = written;
  return {
    expect: {
      ...(else_at_most !== undefined && {else_at_most: percentNumber(else_at_most)}),
      ...(each_at_least !== undefined && {each_at_least: percentNumber(each_at_least)}),
      ...(at_most !== undefined && {
        at_most: Object.fromEntries(
          Object.entries(at_most).map(([label, share]) => [label, percentNumber(share)])
        )
      })
    }
  };
}
