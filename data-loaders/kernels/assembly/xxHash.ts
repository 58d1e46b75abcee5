/* XXH64 with seed 0 (Y. Collet, "xxHash fast digest algorithm", specification 0.1.1): four lanes of 8 bytes at once. */

const P1: u64 = 0x9e3779b185ebca87;
const P2: u64 = 0xc2b2ae3d27d4eb4f;
const P3: u64 = 0x165667b19e3779f9;
const P4: u64 = 0x85ebca77c2b2ae63;
const P5: u64 = 0x27d4eb2f165667c5;

/** Of `length` bytes. */
export function xxHash64(bytes: usize, length: usize): u64 {
  const end = bytes + length;
  let at = bytes;
  let hash = P5;
  if (length >= 32) {
    let a = P1 + P2;
    let b = P2;
    let c: u64 = 0;
    let d: u64 = 0 - P1;
    for (; at + 32 <= end; at += 32) {
      a = mixed(a, load<u64>(at));
      b = mixed(b, load<u64>(at, 8));
      c = mixed(c, load<u64>(at, 16));
      d = mixed(d, load<u64>(at, 24));
    }
    hash = rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18);
    hash = joined(joined(joined(joined(hash, a), b), c), d);
  }
  hash += length as u64;
  for (; at + 8 <= end; at += 8) hash = rotl(hash ^ mixed(0, load<u64>(at)), 27) * P1 + P4;
  for (; at + 4 <= end; at += 4) hash = rotl(hash ^ ((load<u32>(at) as u64) * P1), 23) * P2 + P3;
  for (; at < end; at++) hash = rotl(hash ^ ((load<u8>(at) as u64) * P5), 11) * P1;
  hash = (hash ^ (hash >> 33)) * P2;
  hash = (hash ^ (hash >> 29)) * P3;
  return hash ^ (hash >> 32);
}

function mixed(lane: u64, word: u64): u64 {
  return rotl(lane + word * P2, 31) * P1;
}

function joined(hash: u64, lane: u64): u64 {
  return (hash ^ mixed(0, lane)) * P1 + P4;
}
