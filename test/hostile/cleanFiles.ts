import type {TableKey} from "../baskets/shop.ts";

/** The text of each file of a shop. */
export type Files = Readonly<Record<TableKey, string>>;

const STATES = ["Maine", "Ohio", "Texas", "Utah", "District of Columbia"];
const FAMILIES = ["single", "married", "divorced/widowed"];

const lines = (header: string, count: number, line: (n: number) => string): string =>
  `${[header, ...Array.from({length: count}, (_, at) => line(at + 1))].join("\n")}\n`;

/**
 * A shop so regular that one knows what stands where. Customer c (line c + 1) has the orders 2c - 1 and 2c, order o
 * (line o + 1) the items of lines 2o and 2o + 1, product p (line p + 1) stands in the items of lines p + 1, p + 121,
 * p + 241 and p + 361. Of 240 orders, 480 items, 120 products and 120 customers 1 % may be bad: 2, 4, 1 and 1.
 */
export const CLEAN: Files = {
  orders: lines(
    "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order",
    240,
    (o) => {
      const gap = o % 2 === 1 ? "" : `${(o % 30) + 1}.0`;
      return `${o},${Math.ceil(o / 2)},prior,${2 - (o % 2)},${o % 7},${String(o % 24).padStart(2, "0")},${gap}`;
    }
  ),
  items: lines(
    "order_id,product_id,add_to_cart_order,reordered",
    480,
    (k) => `${Math.ceil(k / 2)},${((k - 1) % 120) + 1},${2 - (k % 2)},${k % 3 === 0 ? 1 : 0}`
  ),
  products: lines(
    "product_id,product_name,aisle_id,department_id,prices",
    120,
    (p) => `${p},Product ${p},${1 + (p % 3)},${1 + (p % 4)},${1 + (p % 20)}.${p % 10}`
  ),
  departments: "department_id,department\n1,produce\n2,dairy eggs\n3,babies\n4,pets\n",
  aisles: "aisle_id,aisle\n1,fresh fruits\n2,milk\n3,wipes\n",
  customers: lines(
    "user_id,First Name,Surnam,Gender,STATE,Age,date_joined,n_dependants,fam_status,income",
    120,
    (c) =>
      `${c},Xenia,Quimby,Female,${STATES[c % 5]},${18 + (c % 60)},1/1/2017,${c % 4},${FAMILIES[c % 3]},${20_000 + 100 * c}`
  )
};
