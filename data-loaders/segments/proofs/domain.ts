/** Which values a subject can have. */
export type Domain = NumberDomain | TextDomain;

export interface NumberDomain {
  readonly kind: "numbers";
  readonly from: number;
  readonly up_to: number;
  /** How many steps a unit has: 1 for whole numbers, 2 for medians of them, 100 for money; absent: any number. */
  readonly steps?: number;
  /** A value besides these: the one that stands for missing. */
  readonly also?: number;
  readonly isShare: boolean;
  readonly missing: boolean;
}

export interface TextDomain {
  readonly kind: "texts";
  /** Absent: any text. */
  readonly values?: readonly string[];
  readonly missing: boolean;
}
