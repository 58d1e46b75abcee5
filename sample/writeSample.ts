import {mkdir} from "node:fs/promises";
import {UserError} from "../data-loaders/config/problem.ts";
import {baskets} from "./baskets.ts";
import {catalogue} from "./catalogue.ts";
import {CsvFile} from "./csvFile.ts";
import type {WrittenFile} from "./csvFile.ts";
import {writeCustomerRows} from "./customerRows.ts";
import {customers} from "./customers.ts";
import {writeItemRows} from "./itemRows.ts";
import {priorOrderCounts} from "./orderCounts.ts";
import {orderLayout} from "./orderLayout.ts";
import {writeOrderRows} from "./orderRows.ts";
import {PLANTS} from "./plants.ts";
import type {Plants} from "./plants.ts";
import {productRows} from "./productCount.ts";
import {REPEATED_ROWS} from "./productDefects.ts";
import {writeProductRows} from "./productRows.ts";
import {writeAbout} from "./writeAbout.ts";
import {writeAisleRows, writeDepartmentRow} from "./smallRows.ts";

export interface SampleOptions {
  /** Whole, 1 to 2,000,000; 206,209 is the full scale of the real data. */
  readonly customers: number;
  /** Whole, 0 to 2^32 - 1. */
  readonly seed: number;
  /** Folder, made when absent. Files of the same names are replaced. */
  readonly out: string;
  /** Strengths that differ from the defaults. */
  readonly plants?: Partial<Plants>;
  /** Work done so far and in all, in orders passed over. */
  readonly onProgress?: (done: number, total: number) => void;
}

const MOST_CUSTOMERS = 2_000_000;
/** Orders between two calls of `onProgress`. */
const PROGRESS_STEP = 65_536;

/**
 * Writes the six files of a made-up grocer into a folder: the forms and defects of the real files, plausible
 * marginals, and differences that are known because they were planted (`plantedTruths.ts`). The same options give
 * the same bytes on every machine. Every file is written aside and renamed. Full scale needs about 0.4 GB.
 * @throws UserError when a number is out of range
 */
export async function writeSample(options: SampleOptions): Promise<{files: WrittenFile[]}> {
  const {customers: count, seed, out} = checked(options);
  const plants = {...PLANTS, ...options.plants};
  const people = customers(count, seed);
  const products = catalogue(productRows(count) - REPEATED_ROWS, seed);
  const layout = orderLayout(priorOrderCounts(count, seed), seed);
  const progress = progressCounter(3 * layout.count, options.onProgress);
  const passedOver = (customer: number) =>
    progress(layout.firstOrder[customer + 1]! - layout.firstOrder[customer]!);
  await mkdir(out, {recursive: true});
  const files = [
    await CsvFile.write(out, "departments.csv", writeDepartmentRow),
    await CsvFile.write(out, "aisles.csv", writeAisleRows),
    await CsvFile.write(out, "products.csv", (file) => writeProductRows(file, products)),
    await CsvFile.write(out, "customers.csv", (file) => writeCustomerRows(file, people, seed)),
    await CsvFile.write(out, "orders.csv", (file) =>
      writeOrderRows(file, people, layout, plants, seed, passedOver)
    )
  ];
  const filled = baskets(products, people, layout, plants, seed, passedOver);
  files.push(
    await CsvFile.write(out, "order_products__prior.csv", (file) =>
      writeItemRows(file, filled, layout, () => progress(1))
    )
  );
  await writeAbout(out, count, seed);
  return {files};
}

function checked(options: SampleOptions): SampleOptions {
  const problems = [
    ...outOfRange("--customers", options.customers, 1, MOST_CUSTOMERS),
    ...outOfRange("--seed", options.seed, 0, 4294967295)
  ];
  if (problems.length > 0) throw new UserError(problems);
  return options;
}

function outOfRange(file: string, value: number, from: number, upTo: number) {
  if (Number.isInteger(value) && value >= from && value <= upTo) return [];
  return [{file, message: `${value} is not a whole number from ${from} to ${upTo}`}];
}

function progressCounter(total: number, onProgress: SampleOptions["onProgress"]): (orders: number) => void {
  let done = 0;
  let told = 0;
  return (orders) => {
    done += orders;
    if (done - told < PROGRESS_STEP && done < total) return;
    told = done;
    onProgress?.(done, total);
  };
}
