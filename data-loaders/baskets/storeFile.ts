import {rmSync} from "node:fs";
import {UserError} from "../config/problem.ts";
import type {Column} from "../tables/columnBuilder.ts";
import {readSections, writeSections} from "./sectionFile.ts";
import type {Content, SectionFile} from "./sectionFile.ts";
import type {Baskets, BasketWords} from "./store.ts";

/*
 * The store's file has one section per array and per customer attribute (its numbers, or the codes of its categories).
 * A file that is not whole, of another format or of another key is no store: it is read as absent and the CSVs are
 * read again. The items, most of the file, are read and checked when they are first asked for.
 */
const FORMAT = 2;

const ARRAYS = {
  orderStart: Uint32Array,
  orderNumber: Uint16Array,
  orderSlot: Uint8Array,
  orderGap: Uint16Array,
  itemStart: Uint32Array,
  price: Int32Array,
  productDepartment: Uint16Array,
  productAisle: Uint16Array
} as const;

const NAMES = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[];
const ITEM = "item";

interface AboutStore {
  readonly format: number;
  readonly counts: Pick<Baskets, "customers" | "orders" | "items" | "products">;
  readonly words: Omit<BasketWords, "attributes"> & {
    readonly attributes: Readonly<Record<string, PlainColumn>>;
  };
}

/** A column without its numbers, which are a section. */
type PlainColumn =
  | {readonly kind: "numbers"}
  | {readonly kind: "categories"; readonly labels: readonly string[]}
  | {readonly kind: "texts"; readonly values: readonly (string | null)[]};

/** A store to be written, for one thread. */
export interface StoreTask {
  readonly path: string;
  readonly key: string;
  readonly baskets: Baskets;
}

export function saveStore({path, key, baskets}: StoreTask): void {
  const {customers, orders, items, products, words} = baskets;
  const columns = Object.entries(words.attributes);
  const about: AboutStore = {
    format: FORMAT,
    counts: {customers, orders, items, products},
    words: {...words, attributes: Object.fromEntries(columns.map(([name, column]) => [name, plain(column)]))}
  };
  writeSections(path, key, about, [
    ...NAMES.map((name): Content => ({name, array: baskets[name]})),
    ...columns.flatMap(([name, column]) => columnContent(name, column)),
    {name: ITEM, array: baskets.item}
  ]);
}

/** The store in the file, or undefined where there is none that is whole and has this key. */
export function loadStore(path: string, key: string): Baskets | undefined {
  return readSections(path, key, (file) => {
    const {format, counts, words} = file.about as AboutStore;
    if (format !== FORMAT) return undefined;
    const arrays = NAMES.map((name) => [name, file.read(name)] as const);
    const attributes = attributesOf(words.attributes, file);
    if (!attributes || arrays.some(([, buffer]) => buffer === undefined)) return undefined;
    const views = arrays.map(([name, buffer]) => [name, new ARRAYS[name](buffer as never)]);
    return withItems(path, key, {
      ...counts,
      ...(Object.fromEntries(views) as Pick<Baskets, keyof typeof ARRAYS>),
      words: {...words, attributes}
    });
  });
}

/** @throws UserError when the items are asked for and are not as they were written; the file is gone then. */
function withItems(path: string, key: string, rest: Omit<Baskets, "item">): Baskets {
  let item: Baskets["item"] | undefined;
  return {
    ...rest,
    get item() {
      item ??= readItems(path, key);
      return item;
    }
  };
}

function readItems(path: string, key: string): Baskets["item"] {
  const buffer = readSections(path, key, (file) => file.read(ITEM));
  if (buffer) return new Uint32Array(buffer);
  rmSync(path, {force: true});
  throw new UserError({file: path, message: "was damaged and is removed now; please run the command again"});
}

function columnContent(name: string, column: Column): Content[] {
  if (column.kind === "texts") return [];
  return [{name: sectionOf(name), array: column.kind === "numbers" ? column.values : column.codes}];
}

const sectionOf = (attribute: string): string => `customer.${attribute}`;

function plain(column: Column): PlainColumn {
  if (column.kind === "numbers") return {kind: column.kind};
  if (column.kind === "categories") return {kind: column.kind, labels: column.labels};
  return {kind: column.kind, values: column.values.map((value) => value ?? null)};
}

function attributesOf(
  columns: Readonly<Record<string, PlainColumn>>,
  file: SectionFile
): Record<string, Column> | undefined {
  const found: Record<string, Column> = {};
  for (const [name, column] of Object.entries(columns)) {
    if (column.kind === "texts") {
      found[name] = {kind: "texts", values: column.values.map((value) => value ?? undefined)};
      continue;
    }
    const buffer = file.read(sectionOf(name));
    if (!buffer) return undefined;
    found[name] =
      column.kind === "numbers"
        ? {kind: "numbers", values: new Float64Array(buffer)}
        : {...column, codes: new Int32Array(buffer)};
  }
  return found;
}
