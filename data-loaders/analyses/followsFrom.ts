const ALMOST_ALL = 0.99;
const MISTAKES_LEFT = 0.1;

/**
 * Whether the column of a customer follows from the row: exactly, nearly, or not. Nearly is: guessing the commonest
 * column of each row is right for 99 of 100 customers, and of the mistakes of guessing the commonest column for everyone
 * at most a tenth is left (Goodman and Kruskal 1954: lambda of at least 0.9). A single column follows from nothing.
 */
export function followsFrom(counts: Float64Array, columns: number): "exactly" | "nearly" | undefined {
  const totals = new Float64Array(columns);
  let customers = 0;
  let right = 0;
  for (let row = 0; row < counts.length; row += columns) {
    const line = counts.subarray(row, row + columns);
    for (const [column, count] of line.entries()) totals[column]! += count;
    customers += sum(line);
    right += Math.max(...line);
  }
  const wrong = customers - right;
  const wrongWithout = customers - Math.max(...totals);
  if (wrongWithout === 0) return undefined;
  if (wrong === 0) return "exactly";
  return right >= ALMOST_ALL * customers && wrong <= MISTAKES_LEFT * wrongWithout ? "nearly" : undefined;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
