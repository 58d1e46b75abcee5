/** Invented brands are a first word and a second: "Hollow Oak". */
export const BRAND_FIRST_WORDS: readonly string[] = split(
  "Hollow, Nine, Bluff, Saltmarsh, Cinder, Juniper, Copper, Lantern, Willow, Harbor, Thistle, Marigold, Pepper, Quarry, Amber, Sparrow, Fennel, Orchard, Velvet, Granite, Meadow, Birch, Tandem, Kettle"
);
export const BRAND_SECOND_WORDS: readonly string[] = split(
  "Oak, Acre, Lane, Row, Mill, Yard, Creek, Barn, Gate, Table, Post, Hollow, Bend, Larder, Street, Field"
);
/** Brands with an owner; the apostrophe is put by the name. */
export const BRAND_OWNERS: readonly string[] = split(
  "Marlow, Adele, Grandpa Otis, Tilda, Nettie, Farmer Bram, Rosalind, Uncle Fitch"
);

/** What is said of products of a kind. */
export interface KindWords {
  readonly qualifiers: readonly string[];
  /** Two sides of an ampersand, before the goods. */
  readonly pairs: readonly string[];
  /** After a comma. */
  readonly endings: readonly string[];
}

export const GROWN_WORDS: KindWords = {
  qualifiers: split(
    "Organic, Large, Small, Baby, Bagged, Local, Ripe, Heirloom, Organic Baby, Organic Large, Hand Picked, Bunched, Sweet, Washed, Mini, Organic Bagged"
  ),
  pairs: split("Ripe & Ready, Sweet & Crisp, Washed & Trimmed, Small & Tender, Field & Fern"),
  endings: split("Large Pack, Organic, Each, Bunch, Local")
};

export const FOOD_WORDS: KindWords = {
  qualifiers: split(
    "Organic, Classic, Original, Family Size, Gluten Free, Reduced Sodium, Low Fat, Unsweetened, No Sugar Added, Homestyle, Golden, Mild, Simply, Traditional, Lightly Salted, Honey, Maple, Country Style, Extra Fine, Small Batch, Premium, Finest, Creamy, Zesty, Sea Salt, Lemon, Garden, Village, Stone Ground, Sunday"
  ),
  pairs: split(
    "Plain & Simple, Farm & Field, Salt & Honey, Slow & Low, Light & Bright, Hearth & Home, Salt & Stone"
  ),
  endings: split("Twin Pack|Mild|Party Size|Original Recipe|Large Pack, Resealable|No. 4|Family Pack", "|")
};

export const THING_WORDS: KindWords = {
  qualifiers: split(
    "Unscented, Lavender, Gentle, Extra Strength, Everyday, Ultra, Sensitive, Fresh Linen, Value Size, Travel Size, Soft, Natural, Daily, Heavy Duty, Citrus, Eucalyptus, Mint, Cucumber Melon, Advanced, Recycled, Fragrance Free, Original, Charcoal, Rose"
  ),
  pairs: split("Rain & Linen, Aloe & Mint, Soft & Strong, Rose & Oat, Lemon & Sage, Plain & Simple"),
  endings: split("Twin Pack|Fresh Scent|Large Pack, Resealable|No. 2|Refill|Assorted Colors", "|")
};

/** Packs that tell two like names apart. */
export const PACKS: readonly string[] = split(
  "Single, 2 Pack, 4 Pack, 6 Pack, 8 oz, 12 oz, 16 oz, 24 oz, 32 oz, 1 Count, 10 Count, 20 Count"
);

function split(words: string, at = ", "): string[] {
  return words.split(at);
}
