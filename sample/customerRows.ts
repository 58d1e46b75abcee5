import type {CsvFile} from "./csvFile.ts";
import {FIRST_NAMES, SURNAMES} from "./customerNames.ts";
import type {Customers} from "./customers.ts";
import {FAMILY_STATUSES, familyStatus} from "./familyStatus.ts";
import {Random} from "../data-loaders/statistics/random.ts";
import {shuffle} from "./shuffle.ts";
import {STATES} from "./states.ts";

/** Share of customers without a first name. */
const NAMELESS_SHARE = 0.0546;
/** Customers joined from 1 January 2017 to 1 April 2020. */
const FIRST_DAY = Date.UTC(2017, 0, 1);
const DAYS = 1187;
const DAY_MS = 86_400_000;

/** customers.csv: in the order of joining, so that customer ids stand in no order. */
export async function writeCustomerRows(file: CsvFile, customers: Customers, seed: number): Promise<void> {
  const random = new Random(seed, "customer rows");
  const order = Uint32Array.from({length: customers.count}, (_, i) => i);
  shuffle(order, random);
  const joined = Uint16Array.from({length: customers.count}, () => random.below(DAYS)).sort();
  file.text("user_id,First Name,Surnam,Gender,STATE,Age,date_joined,n_dependants,fam_status,income");
  file.endRow();
  for (let row = 0; row < order.length; row++) {
    file.text(customerRow(customers, order[row]!, joined[row]!, random));
    file.endRow();
    if (file.full) await file.flush();
  }
}

function customerRow(
  {age, dependants, gender, state, income}: Customers,
  index: number,
  joined: number,
  random: Random
): string {
  const male = gender[index]! as 0 | 1;
  const names = FIRST_NAMES[male];
  const firstName = names[random.below(names.length)]!;
  const date = new Date(FIRST_DAY + joined * DAY_MS);
  return [
    index + 1,
    random.chance(NAMELESS_SHARE) ? "" : firstName,
    SURNAMES[random.below(SURNAMES.length)],
    male ? "Male" : "Female",
    STATES[state[index]!]!.name,
    age[index],
    `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`,
    dependants[index],
    FAMILY_STATUSES[familyStatus(age[index]!, dependants[index]!)],
    income[index]
  ].join(",");
}
