/** Grain: one row per item of a made-up shop with 40 customers, small enough to count by plain loops. */
export interface Item {
  readonly customer: number;
  readonly order: number;
  readonly loyalty: number;
  readonly profile: number;
  readonly day: number;
  readonly hour: number;
  readonly gap: number;
  readonly department: number;
  readonly product: number;
  readonly price_range: number;
  readonly price: number;
  readonly reordered: number;
}

export const departments = ["produce", "dairy eggs", "pets & <co>", "alcohol"];
export const products = [
  "Banana",
  "Milk, whole",
  "$" + "{process.exit()} {{ report.version }}",
  'Wine "red" <b>|*_`',
  "Lemon",
  "Cheese"
];
const productDepartment = [0, 1, 2, 3, 0, 1];
const productPrice = [200, 650, 1200, 1800, 150, 900];

function items(): Item[] {
  const rows: Item[] = [];
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  let order = 0;
  for (let customer = 0; customer < 40; customer++) {
    const loyalty = customer < 24 ? 0 : customer < 36 ? 1 : 2;
    const profile = customer % 8 === 0 ? 0 : customer % 10 === 1 ? 1 : 2;
    const orders = [3, 8, 20][loyalty]! + next(4);
    for (let n = 0; n < orders; n++, order++) {
      const [day, hour] = [next(9) % 7, 8 + next(12)];
      const gap = n === 0 ? -1 : 3 + next(20);
      const size = 2 + next(4);
      for (let line = 0; line < size; line++) {
        const product =
          profile === 0 && line === 0 ? 2 : [0, 0, 0, 1, 1, 4, 4, 5, 3][next(customer === 7 ? 9 : 8)]!;
        const price = productPrice[product]!;
        rows.push({
          customer,
          order,
          loyalty,
          profile,
          day,
          hour,
          gap,
          product,
          price,
          department: productDepartment[product]!,
          price_range: price <= 500 ? 0 : price <= 1500 ? 1 : 2,
          reordered: next(2)
        });
      }
    }
  }
  return rows;
}

export const shop = items();
