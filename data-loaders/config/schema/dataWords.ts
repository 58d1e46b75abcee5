/** A word that may be written, and what is known of it: `produce`, `1,684 products`. */
export interface Word {
  readonly word: string;
  readonly says?: string | undefined;
}

/** The words that the data has, by the column they stand in: `item.department`, `customer.state`. */
export type DataWords = Readonly<Record<string, readonly Word[]>>;
