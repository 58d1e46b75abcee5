/** 1 for each cell that describes somebody, but fewer customers than the threshold. Zero says nothing of anybody. */
export function smallCells(customers: Float64Array, customersAtLeast: number): Uint8Array {
  return Uint8Array.from(customers, (count) => (count > 0 && count < customersAtLeast ? 1 : 0));
}
