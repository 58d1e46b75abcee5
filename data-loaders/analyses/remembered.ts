import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";

type Lists = readonly Float64Array[];

/** What this run has or is counting: analyses that run at once need the same. A memo is of one store. */
const running = new WeakMap<Memo, Map<string, Promise<Lists>>>();

/**
 * Lists of numbers by what they are counted from: as they were remembered, or counted now and remembered.
 * A description holds all that the numbers depend on, the store aside.
 */
export async function remembered(
  memo: Memo,
  description: unknown,
  count: () => Promise<Lists>
): Promise<Lists> {
  const [lists] = await rememberedEach(memo, [description], async () => [await count()]);
  return lists!;
}

/**
 * Several at once: those that are not remembered are counted together.
 * @param count gives the lists of the descriptions at these places, in their order
 */
export function rememberedEach(
  memo: Memo,
  descriptions: readonly unknown[],
  count: (missing: readonly number[]) => Promise<readonly Lists[]>
): Promise<Lists[]> {
  const known = memo === NO_MEMO ? new Map<string, Promise<Lists>>() : runningOf(memo);
  const keys = descriptions.map((description) => JSON.stringify(description));
  const missing: number[] = [];
  for (const [at, key] of keys.entries()) {
    if (known.has(key) || keys.indexOf(key) < at) continue;
    const kept = keptLists(memo, {analysis: descriptions[at]});
    if (kept) known.set(key, Promise.resolve(kept));
    else missing.push(at);
  }
  if (missing.length > 0) {
    const counted = count(missing);
    for (const [place, at] of missing.entries())
      known.set(
        keys[at]!,
        counted.then((all) => {
          keepLists(memo, {analysis: descriptions[at]}, all[place]!);
          return all[place]!;
        })
      );
  }
  return Promise.all(keys.map((key) => known.get(key)!));
}

/** Whether an earlier run, or this one, has counted it. */
export const isRemembered = (memo: Memo, description: unknown): boolean => memo.has({analysis: description});

function runningOf(memo: Memo): Map<string, Promise<Lists>> {
  const known = running.get(memo) ?? new Map<string, Promise<Lists>>();
  running.set(memo, known);
  return known;
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
