import type {Baskets} from "../data-loaders/baskets/store.ts";
import type {DataWords, Word} from "../data-loaders/config/schema/dataWords.ts";

/** A column with more values is no set to choose from. */
const MOST_VALUES = 300;

/**
 * What may be written where a department, an aisle or a category of customers is meant. Only the words: how many
 * customers a state has is not told outside of `check`.
 */
export function dataWords({words, productDepartment, productAisle}: Baskets): DataWords {
  const attributes = Object.entries(words.attributes).flatMap(
    ([name, column]): [string, readonly Word[]][] =>
      column.kind === "categories" && column.labels.length <= MOST_VALUES
        ? [[`customer.${name}`, column.labels.map((word) => ({word}))]]
        : []
  );
  return {
    "item.department": shelves(words.departments, productDepartment),
    "item.aisle": shelves(words.aisles, productAisle),
    ...Object.fromEntries(attributes)
  };
}

/** Departments or aisles with the number of their products, in the order of the alphabet. */
function shelves(names: readonly string[], shelfOf: Uint16Array): readonly Word[] {
  const products = new Uint32Array(names.length);
  for (const shelf of shelfOf) products[shelf]!++;
  return names
    .map((word, at) => ({word, says: `${products[at]!.toLocaleString("en-US")} products`}))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}
