import type {Aggregate} from "../../../data-loaders/aggregates/aggregate.ts";
import type {FactoredShare, ItemFactor} from "../../../data-loaders/analyses/shareFactors.ts";
import {shareFactors} from "../../../data-loaders/analyses/shareFactors.ts";
import {plainText} from "../../charts/escapeText.ts";
import type {FigureSpec} from "../figureSpec.ts";
import type {AnalysisResult} from "./analysisRows.ts";

type Named = ItemFactor | "price";

/** Why a share is small or large, in words. */
const reasons: Readonly<Record<Named, readonly [small: string, large: string]>> = {
  buyers: ["few buyers", "many buyers"],
  items_per_buyer: ["few items for each buyer", "many items for each buyer"],
  price: ["low price", "high price"]
};

/** Shares of departments taken apart into buyers, items for each of them, and price. */
export function decompositionData(
  cells: Aggregate,
  whole: Aggregate,
  {top = 8, sort, analysis}: FigureSpec
): AnalysisResult {
  const {rows, hidden} = shareFactors(cells, whole);
  const isPriced = analysis!.measures.some(({name}) => name === "price");
  const shareOf = (row: FactoredShare) => (isPriced ? (row.spend?.share ?? 0) : row.items.share);
  const side = sort === "lowest" ? 1 : -1;
  const shown = [...rows].sort((a, b) => side * (shareOf(a) - shareOf(b))).slice(0, top);
  return {
    titles: [cells.dimensions[0]!.title],
    rows: shown.map((row) => {
      const {buyers, items_per_buyer} = row.items.factors;
      const price = row.spend?.factors.price.value ?? Number.NaN;
      const factored = isPriced && row.spend ? row.spend : row.items;
      return {
        labels: [plainText(row.label)],
        values: isPriced
          ? [shareOf(row), row.items.share, buyers.value, items_per_buyer.value, price]
          : [row.items.share, buyers.value, items_per_buyer.value],
        customers: cells.parts.customers[row.code]!,
        words: {mostly: reasons[factored.main][factored.log < 0 ? 0 : 1]}
      };
    }),
    customers: whole.parts.customers[0]!,
    count: rows.length + hidden,
    notes: [
      "Bars are each factor against the mean of all rows, on one logarithmic scale: their lengths add up."
    ],
    picture: {form: "decomposition", rows: shown, isPriced}
  };
}
