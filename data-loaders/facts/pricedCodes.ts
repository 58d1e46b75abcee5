/** For each product its code and its price in cents, side by side: a pass over items finds both in one line of the cache. */
export function pricedCodes(codes: ArrayLike<number>, price: Int32Array): Int32Array {
  const pairs = new Int32Array(2 * price.length);
  for (let product = 0; product < price.length; product++) {
    pairs[2 * product] = codes[product]!;
    pairs[2 * product + 1] = price[product]!;
  }
  return pairs;
}
