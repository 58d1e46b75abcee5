import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {randomShop, writeShop} from "../baskets/shop.ts";
import {seeded} from "../seeded.ts";
import type {Canaries} from "./canaries.ts";

const CUSTOMERS = 400;
/** So large that ids of customers and orders are found nowhere by chance. */
const LARGEST_ID = 400_000_000;
/** One customer's; the contract allows 10 million. */
export const ABSURD_INCOME = "9876543";

/**
 * A shop whose customers' names, dates, incomes and ids are all canaries, as six CSVs in a folder.
 * @param turn another one gives the same customers others' names and genders
 */
export function writeSpiedShop(folder: string, turn = 0): Canaries {
  const shop = randomShop(11, {customers: CUSTOMERS, largestId: LARGEST_ID});
  writeShop(folder, shop);
  const random = seeded(5);
  const people = shop.customers.map(([id], at) => ({
    id: id!,
    first: `Zephyrquill${at}`,
    last: `Quagmire${1000 + random.below(9000)}wort`,
    gender: random.pick(["Female", "Male", "Canarygender"]),
    joined: `2/29/19${String(at % 100).padStart(2, "0")}`,
    income: at === 7 ? ABSURD_INCOME : String(1_000_001 + random.below(4_000_000))
  }));
  const rows = shop.customers.map(([, , , state, age, dependants, family], at) => {
    const {id, joined, income} = people[at]!;
    const named = people[(at + 37 * turn) % people.length]!;
    return [id, named.first, named.last, named.gender, state, age, joined, dependants, family, income];
  });
  const head = "user_id,First Name,Surnam,Gender,STATE,Age,date_joined,n_dependants,fam_status,income";
  writeFileSync(join(folder, "customers.csv"), `${[head, ...rows.map((row) => row.join(","))].join("\n")}\n`);
  return {
    texts: ["zephyrquill", "quagmire", "canarygender", "2/29/19", "29/2/19", "feb 29", "29 feb"],
    numbers: new Set([...people.flatMap(({id, income}) => [id, income]), ...shop.orders.map(([id]) => id!)])
  };
}
