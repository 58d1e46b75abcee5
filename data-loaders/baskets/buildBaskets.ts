import type {Sources, TableName} from "../config/sources.ts";
import {UserError} from "../config/problem.ts";
import {joinDigests} from "../tables/fileDigest.ts";
import type {DigestedTable} from "../tables/readDigestedTable.ts";
import type {SourceFile} from "../tables/openSource.ts";
import type {PopulationFlow, SetAside, TableFlow} from "../tables/populationFlow.ts";
import {readFirstLine} from "../tables/readFirstLine.ts";
import {Rejects} from "../tables/rejects.ts";
import {tableFlow} from "../tables/tableFlow.ts";
import type {Column, TextTable} from "../tables/textTable.ts";
import {checkPackedRanges, checkProductCount} from "./checkLimits.ts";
import {LATE_REASONS} from "./locateItems.ts";
import type {LocateTask} from "./locateItems.ts";
import type {PlaceTask, ResolvedChunk, ResolvedRuns} from "./placeItems.ts";
import {placeOrders} from "./placeOrders.ts";
import type {PlacedOrders} from "./placeOrders.ts";
import {chunkTasks} from "./scanChunk.ts";
import type {ItemChunk, ItemTask} from "./scanItems.ts";
import type {OrderChunk} from "./scanOrders.ts";
import {shared} from "./shared.ts";
import {nameList, plainFlow, products} from "./smallTables.ts";
import type {NameList, Products} from "./smallTables.ts";
import {productOf} from "./store.ts";
import type {Baskets} from "./store.ts";
import type {WorkerPool} from "./workerPool.ts";

export type SourceFiles = Readonly<Partial<Record<TableName, SourceFile>>>;

/** Called as rows come in: what is read, how many bytes of how many. */
export type OnProgress = (step: string, done: number, total: number) => void;

interface Built {
  readonly baskets: Baskets;
  readonly digests: Readonly<Partial<Record<TableName, string>>>;
}

/**
 * Reads all tables into the basket store. Rows that fail are set aside and counted; nothing is lost, no join multiplies.
 * @throws UserError when a file is not what its contract says, or too many of its rows are bad.
 */
export async function buildBaskets(
  sources: Sources,
  files: SourceFiles,
  pool: WorkerPool,
  onProgress: OnProgress
): Promise<Built> {
  checkPackedRanges(sources);
  const small = (name: TableName): Promise<DigestedTable | undefined> | undefined => {
    const file = files[name];
    return (
      file &&
      pool.run<DigestedTable>("readTable", {contract: sources.tables[name], path: file.path, file: file.name})
    );
  };
  const waiting = {departments: small("departments"), aisles: small("aisles"), products: small("products")};
  const orderScan = scanFile<OrderChunk>(sources, files, "orders", "scanOrders", pool, onProgress);
  const customersRead = small("customers");
  const [departmentTable, aisleTable, productTable] = await settled(
    [waiting.departments!, waiting.aisles!, waiting.products!],
    [orderScan, customersRead]
  );
  const departments = nameList(departmentTable!.table, "department_id", "department");
  const aisles = nameList(aisleTable!.table, "aisle_id", "aisle");
  const goods = products(
    sources.tables.products,
    files.products!.name,
    productTable!.table,
    departments,
    aisles
  );
  checkProductCount(goods.count, files.products!.name);
  const itemScan = scanFile<ItemChunk>(sources, files, "items", "scanItems", pool, onProgress, {
    products: goods.index
  });
  const [orderChunks, customers] = await settled([orderScan, customersRead], [itemScan]);
  const placed = placeOrders(orderChunks!.chunks, sources.tables.orders.keep, customers?.table);
  const itemChunks = await itemScan;
  const items = await placeAll(sources, itemChunks, placed, goods, pool);
  const digests = {
    orders: orderChunks!.digest,
    items: itemChunks.digest,
    products: productTable!.digest,
    departments: departmentTable!.digest,
    aisles: aisleTable!.digest,
    ...(customers && {customers: customers.digest})
  };
  const flows: TableFlow[] = [
    tableFlow(
      sources.tables.orders,
      files.orders!.name,
      orderChunks!.lines,
      placed.orders,
      joined(placed.set_aside, orderChunks!.set_aside)
    ),
    tableFlow(sources.tables.items, files.items!.name, itemChunks.lines, items.item.length, items.set_aside),
    goods.flow,
    plainFlow(sources, "departments", files.departments!.name, departmentTable!.table),
    plainFlow(sources, "aisles", files.aisles!.name, aisleTable!.table),
    ...customerFlow(sources, files, customers?.table, placed)
  ];
  const notes = [productTable!.table, ...(customers ? [customers.table] : [])].flatMap(({values}) => values);
  return {
    digests,
    baskets: assemble(placed, items, goods, departments, aisles, customers?.table, {
      tables: flows,
      values: notes
    })
  };
}

/** Awaits the first list, and lets a failure in the second be heard by nobody else but its own await. */
async function settled<T extends readonly unknown[]>(
  first: {readonly [K in keyof T]: Promise<T[K]> | undefined},
  others: readonly (Promise<unknown> | undefined)[]
): Promise<T> {
  for (const other of others) other?.catch(() => undefined);
  const results = await Promise.allSettled(first);
  const failures = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as Error] : []
  );
  const [bug] = failures.filter((failure) => !(failure instanceof UserError));
  if (bug) throw bug;
  if (failures.length > 0) throw new UserError((failures as UserError[]).flatMap(({problems}) => problems));
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

interface Scanned<Chunk> {
  readonly chunks: readonly Chunk[];
  readonly tasks: readonly ItemTask[];
  readonly lines: number;
  readonly set_aside: readonly SetAside[];
  readonly digest: string;
}

async function scanFile<Chunk extends OrderChunk | ItemChunk>(
  sources: Sources,
  files: SourceFiles,
  name: "orders" | "items",
  job: string,
  pool: WorkerPool,
  onProgress: OnProgress,
  more: object = {}
): Promise<Scanned<Chunk>> {
  const file = files[name]!;
  const contract = sources.tables[name];
  const tasks = chunkTasks(
    {contract, file: file.name, path: file.path, ...readFirstLine(contract, file)},
    file.size
  ).map((task) => ({...task, ...more}));
  let done = 0;
  const chunks = await Promise.all(
    tasks.map(async (task) => {
      const chunk = await pool.run<Chunk>(job, task);
      done += task.to - task.from;
      onProgress(`reading ${file.name}`, done, file.size);
      return chunk;
    })
  );
  const rejects = new Rejects();
  let lines = 0;
  for (const chunk of chunks) {
    rejects.merge(chunk.set_aside, lines + 2);
    lines += chunk.lines;
  }
  return {
    chunks,
    tasks: tasks as unknown as ItemTask[],
    lines,
    set_aside: rejects.list(),
    digest: joinDigests(chunks.map(({digest}) => digest))
  };
}

type Items = Pick<Baskets, "itemStart" | "item"> & {readonly set_aside: readonly SetAside[]};

async function placeAll(
  sources: Sources,
  scanned: Scanned<ItemChunk>,
  placed: PlacedOrders,
  goods: Products,
  pool: WorkerPool
): Promise<Items> {
  const resolved = await Promise.all(
    scanned.chunks.map(({runOrderId, runLength}) =>
      pool.run<ResolvedRuns>("resolveRuns", {runOrderId, runLength, places: placed.places})
    )
  );
  const chunks: ResolvedChunk[] = scanned.chunks.map(({item, runLength}, at) => ({
    item,
    runLength,
    runPlace: resolved[at]!.runPlace
  }));
  const itemStart = new Uint32Array(new SharedArrayBuffer(4 * (placed.orders + 1)));
  const ranges = orderRanges(placed.orders, pool.size);
  await Promise.all(ranges.map(([from, to]) => pool.run("countItems", {chunks, from, to, itemStart})));
  for (let order = 0; order < placed.orders; order++) itemStart[order + 1]! += itemStart[order]!;
  const item = new Uint32Array(new SharedArrayBuffer(4 * itemStart[placed.orders]!));
  const repeats = await Promise.all(
    ranges.map(([from, to]) =>
      pool.run<Uint32Array>("placeItems", {
        chunks,
        from,
        to,
        itemStart,
        item,
        products: goods.count
      } satisfies PlaceTask)
    )
  );
  const repeated = repeats.flatMap((places) => [...places]);
  const expected = {
    noOrder: resolved.reduce((sum, {noOrder}) => sum + noOrder, 0),
    orderSetAside: resolved.reduce((sum, {orderSetAside}) => sum + orderSetAside, 0),
    repeats: repeated.length
  };
  const late = expected.noOrder + expected.orderSetAside + expected.repeats > 0;
  const pairs = repeatedPairs(repeated, itemStart, item, goods.count);
  const located = late
    ? await pool.run<SetAside[]>("locateItems", {
        tasks: scanned.tasks,
        places: placed.places,
        repeated: pairs,
        productCount: goods.count,
        expected
      } satisfies LocateTask)
    : [];
  const repeatRule = sources.tables.items.repeats?.same.because;
  const set_aside = joined(
    scanned.set_aside,
    located.map((entry) =>
      entry.reason === LATE_REASONS.repeats && repeatRule ? {...entry, because: repeatRule} : entry
    )
  );
  return {...withoutPlaces(itemStart, item, repeated), set_aside};
}

/** Equal shares of the orders, one per thread. */
function orderRanges(orders: number, parts: number): [number, number][] {
  return Array.from({length: parts}, (_, part) => [
    Math.floor((orders * part) / parts),
    Math.floor((orders * (part + 1)) / parts)
  ]);
}

function repeatedPairs(
  repeated: readonly number[],
  itemStart: Uint32Array,
  item: Uint32Array,
  productCount: number
): number[] {
  let order = 0;
  return repeated.map((place) => {
    while (itemStart[order + 1]! <= place) order++;
    return order * productCount + productOf(item[place]!);
  });
}

/** Takes single items out of their orders; rare, so it costs nothing when there are none. */
function withoutPlaces(
  itemStart: Uint32Array<SharedArrayBuffer>,
  item: Uint32Array<SharedArrayBuffer>,
  places: readonly number[]
): Pick<Baskets, "itemStart" | "item"> {
  if (places.length === 0) return {itemStart, item};
  const drop = new Set(places);
  let kept = 0;
  let from = 0;
  for (let order = 0; order < itemStart.length - 1; order++) {
    const end = itemStart[order + 1]!;
    for (let i = from; i < end; i++) if (!drop.has(i)) item[kept++] = item[i]!;
    from = end;
    itemStart[order + 1] = kept;
  }
  return {itemStart, item: shared(item.subarray(0, kept), (buffer) => new Uint32Array(buffer))};
}

function joined(...lists: readonly (readonly SetAside[])[]): SetAside[] {
  const rejects = new Rejects();
  for (const list of lists) rejects.merge(list);
  return rejects.list();
}

function customerFlow(
  sources: Sources,
  files: SourceFiles,
  table: TextTable | undefined,
  placed: PlacedOrders
): TableFlow[] {
  if (!table) return [];
  const idle: SetAside[] =
    placed.idleCustomers > 0
      ? [{reason: "has no order in use", rows: placed.idleCustomers, kind: "rule", lines: []}]
      : [];
  return [
    tableFlow(
      sources.tables.customers,
      files.customers!.name,
      table.rows_in,
      placed.customers,
      joined(table.set_aside, idle)
    )
  ];
}

function assemble(
  placed: PlacedOrders,
  items: Items,
  goods: Products,
  departments: NameList,
  aisles: NameList,
  customers: TextTable | undefined,
  flow: PopulationFlow
): Baskets {
  const {itemStart, item} = items;
  const {price, productDepartment, productAisle} = goods;
  const {orderStart, orderNumber, orderSlot, orderGap} = placed;
  const attributes = Object.fromEntries(
    Object.entries(customers?.columns ?? {})
      .filter(([name]) => name !== "customer_id")
      .map(([name, column]) => [name, pick(column, placed.customerRow)])
  );
  return {
    customers: placed.customers,
    orders: placed.orders,
    items: item.length,
    products: goods.count,
    orderStart,
    orderNumber,
    orderSlot,
    orderGap,
    itemStart,
    item,
    price,
    productDepartment,
    productAisle,
    words: {
      productNames: goods.names,
      departments: departments.names,
      aisles: aisles.names,
      attributes,
      hasPrices: goods.hasPrices,
      hasCustomers: customers !== undefined,
      flow
    }
  };
}

function pick(column: Column, rows: Int32Array): Column {
  if (column.kind === "numbers")
    return {kind: "numbers", values: Float64Array.from(rows, (row) => column.values[row]!)};
  if (column.kind === "categories")
    return {...column, codes: Int32Array.from(rows, (row) => column.codes[row]!)};
  return {kind: "texts", values: Array.from(rows, (row) => column.values[row])};
}
