import type {Concentration} from "../../../data-loaders/analyses/concentration.ts";
import type {AnalysisResult} from "./analysisRows.ts";

/** Few customers with much: what the top ones bring. */
export function concentrationData(concentration: Concentration): AnalysisResult {
  const {customers, gini, top} = concentration;
  return {
    titles: ["Customers with most first"],
    rows: top.map(({customer_share, part_share, customers: those}) => ({
      labels: [`Top ${Math.max(1, Math.round(100 * customer_share))}%`],
      values: [part_share, customer_share],
      customers: those
    })),
    customers,
    notes: Number.isFinite(gini)
      ? [`Gini coefficient ${gini.toFixed(2)}: 0 where all bring the same, 1 where one brings all.`]
      : [],
    picture: {form: "concentration", concentration}
  };
}
