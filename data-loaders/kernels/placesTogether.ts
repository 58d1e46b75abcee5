import {COMPILED} from "./compiled/placesTogether.ts";
import {loadKernels} from "./loadKernels.ts";

interface PlacesTogetherKernels {
  readonly placeMasks: (
    item: number,
    itemStart: number,
    fromOrder: number,
    toOrder: number,
    placeOf: number,
    bits: number,
    words: number,
    masks: number
  ) => void;
  readonly addPairs: (
    orderStart: number,
    fromCustomer: number,
    toCustomer: number,
    masks: number,
    words: number,
    places: number,
    groupOf: number,
    met: number,
    orders: number,
    customers: number
  ) => void;
}

/** What orders hold together; see `assembly/placesTogether.ts`. */
export const {placeMasks, addPairs} = loadKernels<PlacesTogetherKernels>(COMPILED);
