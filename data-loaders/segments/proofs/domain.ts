/** How values are shown to those who wrote the file. */
export interface Shown {
  /** In percent. */
  readonly isShare: boolean;
  /** What its numbers 0, 1, … are called: the weekdays. */
  readonly names?: readonly string[];
}

/** Which values a subject can have. */
export type Domain = NumberDomain | TextDomain;

export interface NumberDomain extends Shown {
  readonly kind: "numbers";
  readonly from: number;
  readonly up_to: number;
  /** How many steps a unit has: 1 for whole numbers, 2 for medians of them, 100 for money; absent: any number. */
  readonly steps?: number;
  /** A value besides these: the one that stands for missing. */
  readonly also?: number;
  readonly missing: boolean;
}

export interface TextDomain {
  readonly kind: "texts";
  /** Absent: any text. */
  readonly values?: readonly string[];
  readonly missing: boolean;
}
