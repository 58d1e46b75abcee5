import type {Affinity, AffinityQuery} from "../../../data-loaders/analyses/affinity.ts";
import type {Concentration, ConcentrationOf} from "../../../data-loaders/analyses/concentration.ts";
import type {Crosstabs} from "../../../data-loaders/analyses/crosstab.ts";
import type {PriceLadder, PriceLadderQuery} from "../../../data-loaders/analyses/priceLadder.ts";

/** Analyses that were counted beforehand. Each throws a plain Error for what was not asked for. */
export interface CountedAnalyses {
  readonly crosstabs: () => Crosstabs;
  readonly concentration: (of: ConcentrationOf) => Concentration;
  readonly affinity: (query: AffinityQuery) => Affinity;
  readonly ladder: (query: PriceLadderQuery) => PriceLadder;
}

const notCounted = (name: string) => (): never => {
  throw new Error(`no ${name} was counted`);
};

/** For reports whose pages ask for none. */
export const NO_ANALYSES: CountedAnalyses = {
  crosstabs: notCounted("crosstabs"),
  concentration: notCounted("concentration"),
  affinity: notCounted("affinity"),
  ladder: notCounted("price ladder")
};
