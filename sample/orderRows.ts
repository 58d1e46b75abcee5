import type {CsvFile} from "./csvFile.ts";
import type {Customers} from "./customers.ts";
import {OrderGaps} from "./orderGaps.ts";
import type {OrderLayout} from "./orderLayout.ts";
import {OrderTimes} from "./orderTimes.ts";
import type {Plants} from "./plants.ts";
import {Random} from "../data-loaders/statistics/random.ts";
import {isSenior} from "./plantedGroups.ts";

/** Share of customers whose last order is in the train set; the others' is in the test set. */
const TRAIN_SHARE = 0.6363;
const COMMA = 44;

/** orders.csv: by customer id, then by order number; the last order of each customer is train or test. */
export async function writeOrderRows(
  file: CsvFile,
  customers: Customers,
  layout: OrderLayout,
  plants: Plants,
  seed: number,
  onCustomer: (customer: number) => void
): Promise<void> {
  const random = new Random(seed, "order rows");
  const times = new OrderTimes();
  const gaps = new OrderGaps();
  file.text("order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order");
  file.endRow();
  for (let customer = 0; customer < customers.count; customer++) {
    const first = layout.firstOrder[customer]!;
    const last = layout.firstOrder[customer + 1]! - 1;
    const earlyShare = isSenior(customers, customer) ? plants.senior_early_share : 0;
    const usualHour = times.usualHour(random);
    const pace = gaps.pace(last - first, random);
    const lastSet = random.chance(TRAIN_SHARE) ? ",train," : ",test,";
    for (let order = first; order <= last; order++) {
      const day = times.day(random);
      file.whole(layout.orderId[order]!);
      file.byte(COMMA);
      file.whole(customer + 1);
      file.text(order < last ? ",prior," : lastSet);
      file.whole(order - first + 1);
      file.byte(COMMA);
      file.whole(day);
      file.byte(COMMA);
      writeHour(file, times.hour(day, usualHour, earlyShare, random));
      file.byte(COMMA);
      if (order > first) writeGap(file, gaps.days(last - first, pace, random));
      file.endRow();
    }
    if (file.full) await file.flush();
    onCustomer(customer);
  }
}

/** "08": hours are padded with a zero. */
function writeHour(file: CsvFile, hour: number): void {
  if (hour < 10) file.byte(48);
  file.whole(hour);
}

/** "7.0": whole days written as a decimal. */
function writeGap(file: CsvFile, days: number): void {
  file.whole(days);
  file.text(".0");
}
