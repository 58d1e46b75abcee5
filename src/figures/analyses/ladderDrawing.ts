import type {PriceLadder, PriceStep} from "../../../data-loaders/analyses/priceLadder.ts";
import {colours} from "../../charts/chartColours.ts";
import type {Drawing} from "../../charts/drawSvg.ts";
import type {HistogramBand, HistogramBin} from "../../charts/histogram.ts";
import {histogram} from "../../charts/histogram.ts";
import type {FigureContext} from "../figureContext.ts";
import {segmentationNamed} from "../figureContext.ts";
import type {FigureSpec} from "../figureSpec.ts";
import {tooFew} from "../format.ts";

/** Prices as a distribution of items, with the cut points of the price ranges. */
export function ladderDrawing(
  {groups}: PriceLadder,
  {analysis}: FigureSpec,
  context: FigureContext,
  drawing: Drawing
): string {
  const {steps, priced_items} = groups[0]!;
  const {currency} = context.measures;
  const width = (steps[0]!.up_to - 0) / 100 || 1;
  const tick = (price: number) => `${currency}${price}`;
  const bins = steps.map((step): HistogramBin => {
    const value = step.items / priced_items;
    const [from, to] = endsOf(step, width);
    const isHidden = Number.isNaN(step.items);
    const words = isHidden ? `${tooFew} customers to show` : `${percent(value)} of items`;
    const range = Number.isFinite(step.up_to)
      ? `up to ${currency}${to.toFixed(2)}`
      : `above ${currency}${from.toFixed(2)}`;
    return {
      name: range,
      short: range,
      from,
      to,
      value,
      label: words,
      tip: `${range}: ${words}`,
      fill: colours.mark,
      on: colours.paper,
      hidden: isHidden,
      labelled: false
    };
  });
  const bands = bandsOf(analysis!.of[0], context, bins);
  return histogram(bins, {...drawing, bands, tick, amount: percent});
}

/** The last step has no end: it is drawn as wide as the others. */
const endsOf = ({above, up_to}: PriceStep, width: number): readonly [number, number] => {
  const from = Math.max(0, above) / 100;
  return [from, Number.isFinite(up_to) ? up_to / 100 : from + width];
};

function bandsOf(
  name: string | undefined,
  context: FigureContext,
  bins: readonly HistogramBin[]
): readonly HistogramBand[] {
  const segmentation = segmentationNamed(context, name ?? "");
  if (segmentation?.kind !== "bins") return [];
  const end = bins.at(-1)!.to;
  let from = 0;
  return segmentation.bins.map(({label, up_to, below}) => {
    const to = Math.min(end, up_to ?? below ?? end);
    const inside = bins.filter((bin) => bin.from >= from && bin.to <= to).map(({value}) => value || 0);
    const share = inside.reduce((sum, value) => sum + value, 0);
    const band = {name: label, label: `${percent(share)} of items`, from, to};
    from = to;
    return band;
  });
}

const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.0995 ? 1 : 0)}%`;
