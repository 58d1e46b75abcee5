import {AISLES} from "./aisles.ts";
import {DEPARTMENTS} from "./departments.ts";
import {
  BRAND_FIRST_WORDS,
  BRAND_OWNERS,
  BRAND_SECOND_WORDS,
  FOOD_WORDS,
  GROWN_WORDS,
  PACKS,
  THING_WORDS
} from "./productWords.ts";
import type {KindWords} from "./productWords.ts";
import type {Random} from "../data-loaders/statistics/random.ts";

const THINGS: readonly string[] = ["household", "personal care", "babies", "pets", "other"];

/** Where a product stands: its id, the index of its aisle, its rank there (0 for the most popular). */
export interface ProductPlace {
  readonly id: number;
  readonly aisle: number;
  readonly rank: number;
}

/**
 * A product's name, unlike all that are `taken`, which it joins. Ids at fixed steps get the hard forms of the real
 * file (commas, quotes behind a backslash, apostrophes, ampersands, ® and ’), so that even a small sample holds each.
 */
export function productName(place: ProductPlace, random: Random, taken: Set<string>): string {
  const words = wordsOf(DEPARTMENTS[AISLES[place.aisle]!.department]!.name);
  for (let attempt = 0; ; attempt++) {
    const plain = plainName(place, words, random);
    const packed =
      attempt < 12 ? plain : `${plain} ${pick(PACKS, random)} ${attempt < 24 ? "" : attempt}`.trimEnd();
    const name = decorated(packed, place.id, words, random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function wordsOf(department: string): KindWords {
  if (department === "produce") return GROWN_WORDS;
  return THINGS.includes(department) ? THING_WORDS : FOOD_WORDS;
}

/** The best sellers of an aisle are its plain goods in their order; the others come qualified. Every brand is invented. */
function plainName({id, aisle, rank}: ProductPlace, words: KindWords, random: Random): string {
  const {goods} = AISLES[aisle]!;
  const parts = [goods[rank] ?? pick(goods, random)];
  if (id % 10 === 5) parts.unshift(pick(words.pairs, random));
  else if (rank >= goods.length && random.chance(0.85)) parts.unshift(pick(words.qualifiers, random));
  parts.unshift(brand(id, random));
  return parts.join(" ");
}

function brand(id: number, random: Random): string {
  if (id % 45 === 2) return `${pick(BRAND_OWNERS, random)}'s`;
  if (id % 500 === 21) return `${pick(BRAND_OWNERS, random)}’s`;
  const name = `${pick(BRAND_FIRST_WORDS, random)} ${pick(BRAND_SECOND_WORDS, random)}`;
  if (id % 400 === 9) return `${name}®`;
  return id % 550 === 13 ? `${name}™` : name;
}

function decorated(name: string, id: number, words: KindWords, random: Random): string {
  if (id % 400 === 7) return `${4 + random.below(9)}\\" ${name}`;
  if (id % 580 === 17) return `The \\"Everyday\\" ${name}`;
  if (id % 15 === 4) return `${name}, ${pick(words.endings, random)}`;
  if (id % 211 === 16) return name.replace(" ", "  ");
  return name;
}

function pick(words: readonly string[], random: Random): string {
  return words[random.below(words.length)]!;
}
