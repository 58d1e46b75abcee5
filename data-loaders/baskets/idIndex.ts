/**
 * Finds a row's place by its id, in memory that worker threads share. Ids need not be dense or sorted: dense ones are
 * addressed directly, others go through open addressing.
 */
export type IdIndex =
  | {readonly kind: "direct"; readonly places: Int32Array<SharedArrayBuffer>}
  | {
      readonly kind: "hashed";
      readonly mask: number;
      readonly keys: Float64Array<SharedArrayBuffer>;
      readonly places: Int32Array<SharedArrayBuffer>;
    };

/** No row has the id. Other negative places are free for the caller's own meanings. */
export const NO_PLACE = -1;

const FREE = -1;

export function makeIdIndex(count: number, largest: number): IdIndex {
  if (largest < 4 * count + 1_000_000)
    return {kind: "direct", places: filled(new Int32Array(new SharedArrayBuffer(4 * (largest + 1))))};
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const keys = new Float64Array(new SharedArrayBuffer(8 * size)).fill(FREE);
  return {
    kind: "hashed",
    mask: size - 1,
    keys,
    places: filled(new Int32Array(new SharedArrayBuffer(4 * size)))
  };
}

function filled(places: Int32Array<SharedArrayBuffer>): Int32Array<SharedArrayBuffer> {
  return places.fill(NO_PLACE);
}

export function setPlace(index: IdIndex, id: number, place: number): void {
  if (index.kind === "direct") index.places[id] = place;
  else {
    const slot = slotOf(index.keys, index.mask, id);
    index.keys[slot] = id;
    index.places[slot] = place;
  }
}

/** Each id from `from` up to `to` gets its own place in the list. Many at once, so that the engine need not weave functions. */
export function setPlaces(index: IdIndex, ids: Float64Array, from: number, to: number): void {
  if (index.kind === "direct") {
    const {places} = index;
    for (let at = from; at < to; at++) places[ids[at]!] = at;
  } else for (let at = from; at < to; at++) setPlace(index, ids[at]!, at);
}

/** The places of the first `count` ids. */
export function placesOf(index: IdIndex, ids: Float64Array, count: number, places: Int32Array): void {
  if (index.kind === "direct") {
    const {places: all} = index;
    for (let at = 0; at < count; at++) places[at] = ids[at]! < all.length ? all[ids[at]!]! : NO_PLACE;
  } else for (let at = 0; at < count; at++) places[at] = placeOf(index, ids[at]!);
}

/** The place of an id, or `NO_PLACE`. */
export function placeOf(index: IdIndex, id: number): number {
  if (index.kind === "direct") return id < index.places.length ? index.places[id]! : NO_PLACE;
  return index.places[slotOf(index.keys, index.mask, id)]!;
}

/** How many ids have a place. */
export function placesTaken({places}: IdIndex): number {
  let taken = 0;
  for (let at = 0; at < places.length; at++) if (places[at] !== NO_PLACE) taken++;
  return taken;
}

/** Linear probing from a multiplicative hash of both halves of the id. */
function slotOf(keys: Float64Array, mask: number, id: number): number {
  let slot = (Math.imul(id | 0, 0x9e3779b1) ^ Math.imul((id / 2 ** 32) | 0, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  while (keys[slot] !== FREE && keys[slot] !== id) slot = (slot + 1) & mask;
  return slot;
}
