import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {Database} from "./database.ts";
import {CUSTOMER_SEGMENTATIONS, PRODUCT_SEGMENTATIONS} from "./segmentations.ts";
import type {Tally} from "./tally.ts";

/** Every customer's segment of every segmentation, every product's, and the products' names. */
export async function compareSegments(
  {baskets, segmentations}: SegmentedBaskets,
  sql: Database,
  tally: Tally
): Promise<void> {
  const customers = await sql.answer("SELECT * EXCLUDE (customer_id) FROM segment ORDER BY customer_id");
  const products = await sql.answer("SELECT * EXCLUDE (product_id, place, cents) FROM shelf ORDER BY place");
  const answered = [...Object.keys(CUSTOMER_SEGMENTATIONS), ...Object.keys(PRODUCT_SEGMENTATIONS)];
  for (const {name, grain, labels, codes} of segmentations) {
    const theirs = (grain === "item" ? products : customers)[name];
    if (!theirs) tally.fault(`write ${name} in SQL in test/oracle/segmentations.ts`);
    else
      compareTexts(
        name,
        Array.from(codes, (code) => labels[code]!),
        theirs,
        tally
      );
  }
  const ours = new Set(segmentations.map(({name}) => name));
  for (const name of answered) if (!ours.has(name)) tally.fault(`the engine has no segmentation ${name}`);
  const {productNames, departments, aisles} = baskets.words;
  compareTexts("name of product", productNames, products.name!, tally);
  const ofProducts = (names: readonly string[], codes: Uint16Array) =>
    Array.from(codes, (code) => names[code]!);
  compareTexts("department", ofProducts(departments, baskets.productDepartment), products.department!, tally);
  compareTexts("aisle", ofProducts(aisles, baskets.productAisle), products.aisle!, tally);
}

function compareTexts(
  what: string,
  ours: readonly string[],
  theirs: readonly (string | number | null)[],
  tally: Tally
): void {
  tally.equal(ours.length, theirs.length, () => `number of rows with ${what}`);
  for (const [row, text] of ours.entries())
    tally.equal(text, theirs[row] ?? undefined, () => `${what} of row ${row}`);
}
