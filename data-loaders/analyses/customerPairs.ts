/** Customers by pairs of segmentations, for one thread. */
export interface CustomerPairsTask {
  readonly pairs: readonly CodedPair[];
}

export interface CodedPair {
  readonly rows: Codes;
  readonly columns: Codes;
  readonly columnCount: number;
  readonly cells: number;
}

type Codes = Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;

/** One list of counts per pair, row-major. */
export function customerPairs({pairs}: CustomerPairsTask): Float64Array[] {
  return pairs.map(({rows, columns, columnCount, cells}) => {
    const counts = new Float64Array(cells);
    for (let customer = 0; customer < rows.length; customer++)
      counts[rows[customer]! * columnCount + columns[customer]!]!++;
    return counts;
  });
}
