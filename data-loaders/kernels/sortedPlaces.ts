import {COMPILED} from "./compiled/sortedPlaces.ts";
import {loadKernels} from "./loadKernels.ts";

interface SortedPlacesKernels {
  readonly sortPlaces: (
    values: number,
    count: number,
    places: number,
    other: number,
    starts: number
  ) => number;
}

/** Sorts numbers; see `assembly/sortedPlaces.ts`. */
export const {sortPlaces} = loadKernels<SortedPlacesKernels>(COMPILED);
