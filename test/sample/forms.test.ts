import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {writeSample} from "../../sample/writeSample.ts";
import type {WrittenFile} from "../../sample/csvFile.ts";
import {temporaryFolder} from "./fixtures.ts";
import {readCells, readItemLines, readOrderLines, readText} from "./sampleFiles.ts";

const CUSTOMERS = 600;
const folder = temporaryFolder();
const progress: [number, number][] = [];
let files: WrittenFile[] = [];

beforeAll(async () => {
  const onProgress = (done: number, total: number) => void progress.push([done, total]);
  ({files} = await writeSample({customers: CUSTOMERS, seed: 11, out: folder, onProgress}));
});

describe("the files", () => {
  test("are six, whole, with the rows and bytes that are told, and one that says all is invented", () => {
    expect(readFileSync(join(folder, "about.yaml"), "utf8")).toMatch(
      /notice: "All of this data is synthetic/
    );
    expect(readdirSync(folder).sort()).toEqual([
      "about.yaml",
      "aisles.csv",
      "customers.csv",
      "departments.csv",
      "order_products__prior.csv",
      "orders.csv",
      "products.csv"
    ]);
    for (const {name, rows, bytes} of files) {
      expect(statSync(join(folder, name)).size, name).toBe(bytes);
      expect(readCells(folder, name).length - 1, name).toBe(rows);
    }
    expect(files.find(({name}) => name === "customers.csv")!.rows).toBe(CUSTOMERS);
  });

  test("tell of progress up to the end", () => {
    expect(progress.length).toBeGreaterThan(0);
    const [done, total] = progress.at(-1)!;
    expect(done).toBe(total);
  });

  test.each([
    [
      "orders.csv",
      "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order",
      "\n"
    ],
    ["order_products__prior.csv", "order_id,product_id,add_to_cart_order,reordered", "\n"],
    ["products.csv", "product_id,product_name,aisle_id,department_id,prices", "\r\n"],
    ["aisles.csv", "aisle_id,aisle", "\n"],
    ["departments.csv", "department_id,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "\n"],
    [
      "customers.csv",
      "user_id,First Name,Surnam,Gender,STATE,Age,date_joined,n_dependants,fam_status,income",
      "\n"
    ]
  ])("%s has the real file's header and line ends", (name, header, lineEnd) => {
    const text = readText(folder, name);
    expect(text.startsWith(header + lineEnd)).toBe(true);
    expect(text.endsWith(lineEnd)).toBe(true);
    expect(text.split("\r\n").length - 1).toBe(lineEnd === "\n" ? 0 : text.split("\n").length - 1);
  });

  test.each([
    ["orders.csv", /^\d+,\d+,(prior|train|test),\d+,[0-6],(0\d|1\d|2[0-3]),((\d|[12]\d|30)\.0)?$/],
    ["order_products__prior.csv", /^\d+,\d+,\d+,[01]$/],
    ["products.csv", /^\d+,("([^"]|"")*"|[^",]*),\d+,\d+,\d+(\.[1-9])?\r$/],
    [
      "customers.csv",
      /^\d+,[A-Z]?[a-z]*,[A-Z][a-z]+,(Female|Male),[A-Z][A-Za-z ]+,\d\d,\d{1,2}\/\d{1,2}\/20(17|18|19|20),[0-3],[a-z/ ]+,\d+$/
    ]
  ])("every line of %s has the form of the real one", (name, form) => {
    const lines = readText(folder, name).split("\n").slice(1, -1);
    expect(lines.filter((line) => !form.test(line)).slice(0, 3)).toEqual([]);
  });
});

/** Rows for which what should hold does not. */
const wrongRows = (count: number, holds: (row: number) => boolean) =>
  Array.from({length: count}, (_, row) => row).filter((row) => !holds(row));

describe("orders", () => {
  test("stand customer by customer, numbered from 1, the last train or test, the first without a gap", () => {
    const {count, customer, number, set, gap} = readOrderLines(folder);
    const wrong = wrongRows(count, (row) => {
      const first = row === 0 || customer[row - 1] !== customer[row];
      const last = row === count - 1 || customer[row + 1] !== customer[row];
      const next = customer[row]! - (customer[row - 1] ?? 0) === (first ? 1 : 0);
      const counted = number[row] === (first ? 1 : number[row - 1]! + 1);
      const enough = !last || (number[row]! >= 4 && number[row]! <= 100);
      return next && counted && enough && (gap[row] === 255) === first && (set[row] !== 0) === last;
    });
    expect(wrong).toEqual([]);
  });

  test("have all ids from 1 on, each once, in no order", () => {
    const {id, count} = readOrderLines(folder);
    expect([...id].sort((a, b) => a - b)).toEqual(Array.from({length: count}, (_, i) => i + 1));
    const rises = id.filter((value, i) => i > 0 && value > id[i - 1]!).length / count;
    expect(Math.abs(rises - 0.5)).toBeLessThan(0.02);
  });
});

describe("items", () => {
  test("stand by order id and place in the basket, for all prior orders and no other", () => {
    const orders = readOrderLines(folder);
    const {count, order, position} = readItemLines(folder);
    const wrong = wrongRows(count, (line) => {
      if (order[line - 1] === order[line]) return position[line] === position[line - 1]! + 1;
      return order[line]! > (order[line - 1] ?? 0) && position[line] === 1;
    });
    expect(wrong).toEqual([]);
    expect(new Set(order)).toEqual(new Set(orders.id.filter((_, row) => orders.set[row] === 0)));
  });

  test("are reordered exactly when bought in an earlier prior order, and never stand twice in one", () => {
    const orders = readOrderLines(folder);
    const items = readItemLines(folder);
    const firstLine = new Map<number, number>();
    for (let line = items.count - 1; line >= 0; line--) firstLine.set(items.order[line]!, line);
    let bought = new Set<number>();
    const wrong = wrongRows(orders.count, (row) => {
      if (orders.number[row] === 1) bought = new Set();
      const id = orders.id[row]!;
      const products = new Set<number>();
      let right = true;
      for (let line = firstLine.get(id) ?? items.count; items.order[line] === id; line++) {
        const product = items.product[line]!;
        right &&= !products.has(product) && items.reordered[line] === (bought.has(product) ? 1 : 0);
        products.add(product);
      }
      for (const product of products) bought.add(product);
      return right;
    });
    expect(wrong).toEqual([]);
  });
});
