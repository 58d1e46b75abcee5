import type {Memo} from "../baskets/memo.ts";

/** Lists of numbers by what they are counted from: as they were remembered, or counted now and remembered. */
export async function remembered(
  memo: Memo,
  description: unknown,
  count: () => Promise<readonly Float64Array[]>
): Promise<readonly Float64Array[]> {
  const of = {analysis: description};
  const kept = memo.get(of);
  const lengths = kept?.about as readonly number[] | undefined;
  const buffer = kept?.arrays.get("numbers");
  if (lengths && buffer) return cut(new Float64Array(buffer), lengths);
  const lists = await count();
  memo.put(
    of,
    lists.map(({length}) => length),
    [{name: "numbers", array: joined(lists)}]
  );
  return lists;
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function cut(all: Float64Array, lengths: readonly number[]): Float64Array[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return all.subarray(end - length, end);
  });
}
