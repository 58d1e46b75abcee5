/*
 * Eight characters at once, in one 64-bit word, the first in the lowest byte. After D. Lemire, "Quickly parsing eight
 * digits" (2018): digits are found by a carry into the top bit of each byte, and added up in three multiplications.
 */

const ZEROS: u64 = 0x3030303030303030;
const CARRY: u64 = 0x7676767676767676;
const TOPS: u64 = 0x8080808080808080;

/** How many digits the word begins with; 8 where it holds nothing else. */
export function digitsIn(word: u64): u64 {
  const x = word ^ ZEROS;
  return ctz((((x & ~TOPS) + CARRY) | x) & TOPS) >> 3;
}

/** Whether the first `count` characters, 1 to 8, are digits. */
export function areDigits(word: u64, count: u64): bool {
  const x = (word ^ ZEROS) << ((8 - count) << 3);
  return ((((x & ~TOPS) + CARRY) | x) & TOPS) === 0;
}

/** The number that the first `digits` of the word, 1 to 8, write. */
export function numberIn(word: u64, digits: u64): u64 {
  let x = (word ^ ZEROS) << ((8 - digits) << 3);
  x = (x * 10 + (x >> 8)) & 0x00ff00ff00ff00ff;
  x = (x * 100 + (x >> 16)) & 0x0000ffff0000ffff;
  return (x * 10000 + (x >> 32)) & 0xffffffff;
}

/** The character after so many, 0 to 7. */
export function characterAt(word: u64, at: u64): u64 {
  return (word >> (at << 3)) & 0xff;
}

export function powerOf10(exponent: u64): u64 {
  let power: u64 = 1;
  for (let n: u64 = 0; n < exponent; n++) power *= 10;
  return power;
}
