import {AliasTable} from "./aliasTable.ts";
import type {Random} from "../data-loaders/statistics/random.ts";

/** Weights of a gap of 0, 1, … 30 days; 30 stands for 30 and more. Every pace has its weekly peaks. */
const PACES = [
  [
    5, 12, 13, 13, 11, 10, 10, 11, 5, 2.5, 2, 1.3, 1, 1, 1.2, 0.5, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1,
    0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5
  ],
  [
    1.5, 3, 4.5, 5, 6, 7, 9.5, 14.5, 7, 5.5, 4.5, 4, 4, 4, 6, 3.5, 2, 1.6, 1.5, 1.5, 1.5, 2, 1.2, 0.8, 0.8,
    0.8, 0.8, 0.8, 1, 0.6, 3
  ],
  [
    0.8, 0.8, 0.9, 1, 1.3, 1.5, 2.2, 3.5, 2, 1.8, 1.6, 1.6, 1.7, 1.9, 3, 2, 1.5, 1.5, 1.5, 1.7, 1.9, 2.6, 1.8,
    1.7, 1.5, 1.4, 1.4, 1.6, 2, 1.6, 45
  ]
] as const;
/** How common the paces are among customers with up to 10, up to 40 and more prior orders. */
const MIXES = [
  [0.1, 0.32, 0.58],
  [0.3, 0.5, 0.2],
  [0.86, 0.13, 0.01]
] as const;
/** Share of gaps at the customer's own pace; the others follow the mix. */
const OWN_SHARE = 0.7;

/** Draws days between orders: the more orders a customer has placed, the shorter. */
export class OrderGaps {
  private readonly paces = PACES.map((weights) => new AliasTable(weights));
  private readonly mixes = MIXES.map((weights) => new AliasTable(weights));

  /** A customer's own pace. */
  pace(priorOrders: number, random: Random): number {
    return this.mixFor(priorOrders).draw(random);
  }

  /** Days since the order before, 0 to 30. */
  days(priorOrders: number, pace: number, random: Random): number {
    return this.paces[random.chance(OWN_SHARE) ? pace : this.mixFor(priorOrders).draw(random)]!.draw(random);
  }

  private mixFor(priorOrders: number): AliasTable {
    return this.mixes[priorOrders <= 10 ? 0 : priorOrders <= 40 ? 1 : 2]!;
  }
}
