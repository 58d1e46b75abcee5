import type {PriceLadder, PriceStep} from "../../../data-loaders/analyses/priceLadder.ts";
import type {AnalysisResult} from "./analysisRows.ts";

/** Items and spend by steps of price: what another cut between price ranges would change. */
export function ladderData(ladder: PriceLadder, currency: string, customers: number): AnalysisResult {
  const [everyone] = ladder.groups;
  const {priced_items, spend, steps} = everyone!;
  return {
    titles: ["Price"],
    rows: steps.map((step) => ({
      labels: [stepName(step, currency)],
      values: [step.items / priced_items, step.spend / spend, step.item_share_up_to, step.spend_share_up_to],
      customers: step.customers
    })),
    customers,
    picture: {form: "ladder", ladder}
  };
}

/** `$1.01 to $2.00`, `above $25.00` */
function stepName({above, up_to}: PriceStep, currency: string): string {
  const money = (cents: number) => `${currency}${(cents / 100).toFixed(2)}`;
  if (!Number.isFinite(up_to)) return `above ${money(above)}`;
  return above < 0 ? `up to ${money(up_to)}` : `${money(above + 1)} to ${money(up_to)}`;
}
