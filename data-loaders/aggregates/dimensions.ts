import type {Sources} from "../config/sources.ts";
import type {Baskets} from "../baskets/store.ts";
import type {Assigned} from "../segments/assignSegments.ts";
import type {ValueGroups} from "../segments/valueGroups.ts";
import type {Dimension} from "./aggregate.ts";

/** A dimension with the codes that a pass over the baskets looks up. */
export interface CodedDimension extends Dimension {
  /** By customer, by day × 24 + hour, by order, or by product. */
  readonly keyedBy: "customer" | "slot" | "order" | "product";
  readonly codes: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;
  /** Groups of customers that its segments are made of, whatever its bins. */
  readonly valueGroups?: (() => ValueGroups | undefined) | undefined;
}

export const isOfCustomers = ({keyedBy}: CodedDimension): boolean => keyedBy === "customer";

const WEEK = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** All that aggregates can be grouped by: the segmentations, day, hour, department, aisle and product. */
export function codedDimensions(
  sources: Sources,
  baskets: Baskets,
  segmentations: readonly Assigned[]
): CodedDimension[] {
  const {words} = baskets;
  const first = Math.max(0, WEEK.indexOf(sources.day_zero));
  const days = Array.from({length: 7}, (_, day) => WEEK[(first + day) % 7]!);
  const hours = Array.from({length: 24}, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
  const products = Uint32Array.from({length: baskets.products}, (_, product) => product);
  return [
    ...segmentations.map(ofSegmentation),
    {
      name: "day",
      title: "Day",
      grain: "order",
      labels: days,
      ordered: true,
      keyedBy: "slot",
      codes: slotCodes((slot) => Math.floor(slot / 24))
    },
    {
      name: "hour",
      title: "Hour",
      grain: "order",
      labels: hours,
      ordered: true,
      keyedBy: "slot",
      codes: slotCodes((slot) => slot % 24)
    },
    {
      name: "department",
      title: "Department",
      grain: "item",
      labels: words.departments,
      ordered: false,
      keyedBy: "product",
      codes: baskets.productDepartment
    },
    {
      name: "aisle",
      title: "Aisle",
      grain: "item",
      labels: words.aisles,
      ordered: false,
      keyedBy: "product",
      codes: baskets.productAisle
    },
    {
      name: "product",
      title: "Product",
      grain: "item",
      labels: words.productNames,
      ordered: false,
      keyedBy: "product",
      codes: inSharedMemory(products)
    }
  ];
}

function ofSegmentation({name, title, grain, labels, ordered, codes, valueGroups}: Assigned): CodedDimension {
  const keyedBy = grain === "item" ? "product" : grain;
  return {name, title, grain, labels, ordered, keyedBy, codes, valueGroups};
}

function slotCodes(code: (slot: number) => number): Uint16Array<SharedArrayBuffer> {
  const codes = new Uint16Array(new SharedArrayBuffer(2 * 168));
  for (let slot = 0; slot < 168; slot++) codes[slot] = code(slot);
  return codes;
}

function inSharedMemory(values: Uint32Array): Uint32Array<SharedArrayBuffer> {
  const copy = new Uint32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** Without the codes, for whoever shows them. */
export function plainDimensions(dimensions: readonly CodedDimension[]): Dimension[] {
  return dimensions.map(({name, title, grain, labels, ordered}) => ({name, title, grain, labels, ordered}));
}
