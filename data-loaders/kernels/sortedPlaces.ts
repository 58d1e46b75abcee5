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
  readonly rankPlaces: (keys: number, places: number, found: number, ranks: number, count: number) => number;
}

/** Sorts and ranks numbers; see `assembly/sortedPlaces.ts`. */
export const {sortPlaces, rankPlaces} = loadKernels<SortedPlacesKernels>(COMPILED);
