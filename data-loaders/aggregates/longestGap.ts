import type {Memo} from "../baskets/memo.ts";
import {NO_GAP} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";

const DESCRIPTION = {days: "longest gap"};

/** Days between two orders of a customer, at most. */
export function longestGap({orderGap}: Pick<Baskets, "orderGap">, memo: Memo): number {
  const kept = memo.get(DESCRIPTION)?.about as number | undefined;
  if (kept !== undefined) return kept;
  const longest = longestIn(orderGap);
  memo.put(DESCRIPTION, longest, []);
  return longest;
}

function longestIn(gaps: Uint16Array): number {
  let longest = 0;
  for (let order = 0; order < gaps.length; order++) {
    const gap = gaps[order]!;
    if (gap > longest && gap !== NO_GAP) longest = gap;
  }
  return longest;
}
