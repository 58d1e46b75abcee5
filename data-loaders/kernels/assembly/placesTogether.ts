import {productOf} from "./layouts/items.ts";

const WORD: usize = 6; // 64 places a word
const BYTES: usize = 3;

/**
 * For each order one bit per place that its items hold, in words of 64 places. Arrays of the store stand as if they were
 * whole: what is looked up in them are the store's own numbers.
 *
 * @param item packed items; `itemStart` u32 by order
 * @param placeOf u16 by product, the number of places for none; `bits` u64 by place, 0 for none
 * @param masks `words` u64 per order, from that of `fromOrder` on; one word more is touched
 */
export function placeMasks(
  item: usize,
  itemStart: usize,
  fromOrder: u32,
  toOrder: u32,
  placeOf: usize,
  bits: usize,
  words: usize,
  masks: usize
): void {
  let p = item + ((load<u32>(itemStart + ((fromOrder as usize) << 2)) as usize) << 2);
  let mask = masks;
  for (let order = fromOrder; order < toOrder; order++) {
    const end = item + ((load<u32>(itemStart + ((order as usize) << 2), 4) as usize) << 2);
    if (words === 1) {
      let held: u64 = 0;
      for (; p < end; p += 4) held |= load<u64>(bits + (placeIn(placeOf, p) << BYTES));
      store<u64>(mask, held);
    } else {
      for (let word: usize = 0; word < words; word++) store<u64>(mask + (word << BYTES), 0);
      for (; p < end; p += 4) {
        const place = placeIn(placeOf, p);
        const at = mask + ((place >> WORD) << BYTES);
        store<u64>(at, load<u64>(at) | load<u64>(bits + (place << BYTES)));
      }
    }
    mask += words << BYTES;
  }
}

function placeIn(placeOf: usize, item: usize): usize {
  return load<u16>(placeOf + (productOf(load<u32>(item)) << 1)) as usize;
}

/**
 * Adds the orders that hold two places, and their distinct customers, pair by pair: (0, 0), (0, 1) … (1, 1) …
 *
 * @param orderStart u32 by customer
 * @param masks by order, as `placeMasks` makes them
 * @param groupOf u32 by customer
 * @param met `places` + 1 times `words` u64, 0 before and after: of a customer, what each place was held with, and all
 *   that was held
 * @param orders u32 by group and pair; `customers` likewise
 */
export function addPairs(
  orderStart: usize,
  fromCustomer: u32,
  toCustomer: u32,
  masks: usize,
  words: usize,
  places: usize,
  groupOf: usize,
  met: usize,
  orders: usize,
  customers: usize
): void {
  const width = words << BYTES;
  const ofGroup = (places * (places + 1)) << 1; // bytes of a group's pairs
  const any = met + places * width;
  for (let customer = fromCustomer; customer < toCustomer; customer++) {
    const group = (load<u32>(groupOf + ((customer as usize) << 2)) as usize) * ofGroup;
    const at = orderStart + ((customer as usize) << 2);
    const end = masks + (load<u32>(at, 4) as usize) * width;
    for (let mask = masks + (load<u32>(at) as usize) * width; mask < end; mask += width) {
      for (let word: usize = 0; word < words; word++) {
        const held = load<u64>(mask + (word << BYTES));
        store<u64>(any + (word << BYTES), load<u64>(any + (word << BYTES)) | held);
        for (let left = held; left !== 0; left &= left - 1) {
          const a = (word << WORD) + (ctz(left) as usize);
          const counts = orders + group + pairsFrom(a, places);
          const row = met + a * width;
          addBits(counts, left, word);
          store<u64>(row + (word << BYTES), load<u64>(row + (word << BYTES)) | left);
          for (let later = word + 1; later < words; later++) {
            const others = load<u64>(mask + (later << BYTES));
            addBits(counts, others, later);
            store<u64>(row + (later << BYTES), load<u64>(row + (later << BYTES)) | others);
          }
        }
      }
    }
    for (let first: usize = 0; first < words; first++) {
      for (let left = load<u64>(any + (first << BYTES)); left !== 0; left &= left - 1) {
        const a = (first << WORD) + (ctz(left) as usize);
        const counts = customers + group + pairsFrom(a, places);
        for (let word = first; word < words; word++) {
          const seen = met + a * width + (word << BYTES);
          addBits(counts, load<u64>(seen), word);
          store<u64>(seen, 0);
        }
      }
      store<u64>(any + (first << BYTES), 0);
    }
  }
}

/** Byte offset of a place's pairs, as if those with the places before it stood there too. */
function pairsFrom(a: usize, places: usize): usize {
  return ((a * (2 * places - a - 1)) >> 1) << 2;
}

function addBits(counts: usize, bits: u64, word: usize): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const at = counts + (((word << WORD) + (ctz(left) as usize)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}
