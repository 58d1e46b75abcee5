import type {Subject} from "../facts/subject.ts";

/**
 * Customers in groups, each of one value of what a segmentation is by: whatever its bins, segments are made of whole
 * groups.
 */
export interface ValueGroups {
  /** One per customer. */
  readonly codes: Uint16Array<SharedArrayBuffer>;
  readonly size: number;
}

/** So few that counts by them are small. */
const FEW_VALUES = 256;

/** Undefined where there are many values. */
export function valueGroups(subject: Subject, customers: number): ValueGroups | undefined {
  const codes = new Uint16Array(new SharedArrayBuffer(2 * customers));
  if (subject.kind === "texts") return undefined;
  if (subject.kind === "codes") {
    const missing = subject.labels.length;
    if (missing >= FEW_VALUES) return undefined;
    for (let row = 0; row < customers; row++) {
      const code = subject.codes[row]!;
      codes[row] = code >= 0 && code < missing ? code : missing;
    }
    return {codes, size: missing + 1};
  }
  const size = numberCodes(subject.values, codes);
  return size === undefined ? undefined : {codes, size};
}

/** Whole numbers below this are looked up in a list. */
const SMALL = 4096;

/** Writes the group of each number, in the order in which they are met; missing ones are a group. How many there are. */
function numberCodes(values: ArrayLike<number>, codes: Uint16Array): number | undefined {
  const ofSmall = new Int16Array(SMALL).fill(-1);
  const ofOthers = new Map<number, number>();
  let size = 0;
  for (let row = 0; row < codes.length; row++) {
    const value = values[row]!;
    const isSmall = value >= 0 && value < SMALL && Math.floor(value) === value;
    let code = isSmall ? ofSmall[value]! : (ofOthers.get(value) ?? -1);
    if (code < 0) {
      if (size === FEW_VALUES) return undefined;
      code = size++;
      if (isSmall) ofSmall[value] = code;
      else ofOthers.set(value, code);
    }
    codes[row] = code;
  }
  return size;
}
