import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";

/** Grain: one entry per line of orders.csv, in file order. */
export interface OrderLines {
  readonly count: number;
  readonly id: Uint32Array;
  readonly customer: Uint32Array;
  /** 0 prior, 1 train, 2 test. */
  readonly set: Uint8Array;
  readonly number: Uint8Array;
  readonly day: Uint8Array;
  readonly hour: Uint8Array;
  /** 255 where empty. */
  readonly gap: Uint8Array;
}

/** Grain: one entry per line of order_products__prior.csv, in file order. */
export interface ItemLines {
  readonly count: number;
  readonly order: Uint32Array;
  readonly product: Uint32Array;
  readonly position: Uint16Array;
  readonly reordered: Uint8Array;
}

export interface CustomerLine {
  readonly id: number;
  readonly firstName: string;
  readonly gender: string;
  readonly state: string;
  readonly age: number;
  readonly joined: string;
  readonly dependants: number;
  readonly familyStatus: string;
  readonly income: number;
}

export interface ProductLine {
  readonly id: number;
  readonly name: string;
  readonly aisle: number;
  readonly department: number;
  readonly price: number;
}

/** Reads the sample's own way, with none of the code under test. */
export function readText(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

export function readCells(folder: string, name: string): string[][] {
  return parse(readText(folder, name)) as string[][];
}

export function readOrderLines(folder: string): OrderLines {
  const lines = readText(folder, "orders.csv").trimEnd().split("\n").slice(1);
  const cells = lines.map((line) => line.split(","));
  const whole = (column: number) => cells.map((row) => Number(row[column]));
  return {
    count: lines.length,
    id: Uint32Array.from(whole(0)),
    customer: Uint32Array.from(whole(1)),
    set: Uint8Array.from(cells, (row) => ["prior", "train", "test"].indexOf(row[2]!)),
    number: Uint8Array.from(whole(3)),
    day: Uint8Array.from(whole(4)),
    hour: Uint8Array.from(whole(5)),
    gap: Uint8Array.from(cells, (row) => (row[6] === "" ? 255 : Number(row[6])))
  };
}

export function readItemLines(folder: string): ItemLines {
  const bytes = readFileSync(join(folder, "order_products__prior.csv"));
  const numbers = new Uint32Array(bytes.length / 2);
  let count = 0;
  let value = 0;
  for (let i = bytes.indexOf(10) + 1; i < bytes.length; i++) {
    const digit = bytes[i]! - 48;
    if (digit >= 0) value = value * 10 + digit;
    else {
      numbers[count++] = value;
      value = 0;
    }
  }
  const column = (at: number) => numbers.subarray(0, count).filter((_, i) => i % 4 === at);
  return {
    count: count / 4,
    order: column(0),
    product: column(1),
    position: Uint16Array.from(column(2)),
    reordered: Uint8Array.from(column(3))
  };
}

export function readCustomerLines(folder: string): CustomerLine[] {
  return readCells(folder, "customers.csv")
    .slice(1)
    .map((row) => ({
      id: Number(row[0]),
      firstName: row[1]!,
      gender: row[3]!,
      state: row[4]!,
      age: Number(row[5]),
      joined: row[6]!,
      dependants: Number(row[7]),
      familyStatus: row[8]!,
      income: Number(row[9])
    }));
}

export function readProductLines(folder: string): ProductLine[] {
  return readCells(folder, "products.csv")
    .slice(1)
    .map((row) => ({
      id: Number(row[0]),
      name: row[1]!,
      aisle: Number(row[2]),
      department: Number(row[3]),
      price: Number(row[4])
    }));
}
