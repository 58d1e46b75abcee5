import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";

type Lists = readonly Float64Array[];

/** What this run has or is counting: analyses that run at once need the same. A memo is of one store. */
const running = new WeakMap<Memo, Map<string, Promise<Lists>>>();

/**
 * Lists of numbers by what they are counted from: as they were remembered, or counted now and remembered.
 * A description holds all that the numbers depend on, the store aside.
 */
export function remembered(memo: Memo, description: unknown, count: () => Promise<Lists>): Promise<Lists> {
  if (memo === NO_MEMO) return count();
  const known = running.get(memo) ?? new Map<string, Promise<Lists>>();
  running.set(memo, known);
  const key = JSON.stringify(description);
  const found = known.get(key) ?? keptOrCounted(memo, {analysis: description}, count);
  known.set(key, found);
  return found;
}

/**
 * Several at once: those that are not remembered are counted together.
 * @param count gives the lists of the descriptions at these places, in their order
 */
export async function rememberedEach(
  memo: Memo,
  descriptions: readonly unknown[],
  count: (missing: readonly number[]) => Promise<readonly Lists[]>
): Promise<Lists[]> {
  const kept = descriptions.map((description) => keptLists(memo, {analysis: description}));
  const missing = [...kept.keys()].filter((at) => !kept[at]);
  const counted = missing.length > 0 ? await count(missing) : [];
  for (const [place, at] of missing.entries()) keepLists(memo, {analysis: descriptions[at]}, counted[place]!);
  return kept.map((lists, at) => lists ?? counted[missing.indexOf(at)]!);
}

async function keptOrCounted(memo: Memo, description: unknown, count: () => Promise<Lists>): Promise<Lists> {
  const kept = keptLists(memo, description);
  if (kept) return kept;
  const lists = await count();
  keepLists(memo, description, lists);
  return lists;
}

function keptLists(memo: Memo, description: unknown): Lists | undefined {
  const kept = memo.get(description);
  const lengths = kept?.about as readonly number[] | undefined;
  const buffer = kept?.arrays.get("numbers");
  return lengths && buffer && cut(new Float64Array(buffer), lengths);
}

function keepLists(memo: Memo, description: unknown, lists: Lists): void {
  const about = lists.map(({length}) => length);
  memo.put(description, about, [{name: "numbers", array: joined(lists)}]);
}

/** A copy, unless they stand one after another as it is. */
function joined(lists: Lists): Float64Array {
  const [first] = lists;
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  if (first && areNeighbours(lists)) return new Float64Array(first.buffer, first.byteOffset, length);
  const all = new Float64Array(length);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

const areNeighbours = (lists: Lists): boolean =>
  lists.every(
    ({buffer, byteOffset}, at) =>
      at === 0 || (buffer === lists[at - 1]!.buffer && byteOffset === endOf(lists[at - 1]!))
  );

const endOf = ({byteOffset, byteLength}: Float64Array): number => byteOffset + byteLength;

function cut(all: Float64Array, lengths: readonly number[]): Float64Array[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return all.subarray(end - length, end);
  });
}
