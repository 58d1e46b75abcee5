import type {Sources, TableName} from "../config/sources.ts";
import {BLOCK} from "../tables/fileDigest.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {TextTable} from "../tables/textTable.ts";
import {assembleBaskets} from "./assembleBaskets.ts";
import {customerFlow, itemFlow, orderFlow} from "./basketFlow.ts";
import {checkContracts, checkCounts} from "./checkContracts.ts";
import {freeMemory, freeMemoryOfThreads} from "./freeMemory.ts";
import type {IndexTask, OrderIndex} from "./indexOrders.ts";
import {itemRoom, stretchesOf} from "./itemArena.ts";
import type {OnProgress} from "./onProgress.ts";
import {orderRoom} from "./orderArena.ts";
import type {OrderRoom} from "./orderArena.ts";
import type {OrderRows} from "./orderRows.ts";
import {placeAllItems} from "./placeAllItems.ts";
import type {OrdersTask, PlacedOrders} from "./placeOrders.ts";
import {readTable} from "./readTable.ts";
import {fileTasks, scanFile} from "./scanFile.ts";
import type {Scanned} from "./scanFile.ts";
import type {ItemChunk} from "./scanItems.ts";
import type {OrderChunk} from "./scanOrders.ts";
import {nameList, plainFlow, products} from "./smallTables.ts";
import type {Baskets} from "./store.ts";
import {settled, together} from "./together.ts";
import type {WorkerPool} from "./workerPool.ts";

interface Built {
  readonly baskets: Baskets;
  readonly digests: Readonly<Partial<Record<TableName, string>>>;
}

/**
 * Reads all tables into the basket store. Rows that fail are set aside and counted; nothing is lost, no join multiplies.
 * `block` is the size of a worker's part of the two big files, in bytes.
 * @throws UserError when a file is not what its contract says, or too many of its rows are bad.
 */
export async function buildBaskets(
  sources: Sources,
  files: SourceFiles,
  pool: WorkerPool,
  onProgress: OnProgress,
  block = BLOCK
): Promise<Built> {
  checkContracts(sources);
  const apart = pool.another(1);
  try {
    return await readAll(sources, files, pool, apart, onProgress, block);
  } finally {
    await apart.close();
  }
}

/**
 * `apart` is a thread for what would hold up the others: the products, without which no item is read, and the orders'
 * places. Customers are read by a thread that has no order to read any more.
 */
async function readAll(
  sources: Sources,
  files: SourceFiles,
  pool: WorkerPool,
  apart: WorkerPool,
  onProgress: OnProgress,
  block: number
): Promise<Built> {
  const [departmentList, aisleList, productList] = (["departments", "aisles", "products"] as const).map(
    (name) => readTable(name, sources, files, apart)
  );
  const orderTasks = later(() => fileTasks(sources, files, "orders", block));
  const orderScan = orderTasks.then(async (tasks) => {
    const room = orderRoom(tasks);
    const scanned = await scanFile<OrderChunk>("scanOrders", tasks, pool, onProgress, (at) => ({
      arena: room.arena,
      first: room.firsts[at]
    }));
    const rows: IndexTask = {arena: room.arena!, chunks: orderRows(scanned.chunks)};
    return {room, ...scanned, index: await pool.run<OrderIndex>("indexOrders", rows)};
  });
  const readCustomers = () => readTable("customers", sources, files, pool);
  const customerTable = orderTasks.then(readCustomers, readCustomers);
  const [departmentTable, aisleTable, productTable, itemTasks] = await settled(
    [departmentList!, aisleList!, productList!, later(() => fileTasks(sources, files, "items", block))],
    [orderScan, customerTable]
  );
  const [departments, aisles] = together(
    () => nameList(departmentTable!.table, "department_id", "department", files.departments!.name),
    () => nameList(aisleTable!.table, "aisle_id", "aisle", files.aisles!.name)
  );
  const [departmentFlow, aisleFlow] = together(
    () => plainFlow(sources, "departments", files.departments!.name, departmentTable!.table),
    () => plainFlow(sources, "aisles", files.aisles!.name, aisleTable!.table)
  );
  const goods = products(
    sources.tables.products,
    files.products!.name,
    productTable!.table,
    departments,
    aisles
  );
  checkCounts(goods.count, departments.names.length, aisles.names.length);
  const room = itemRoom(itemTasks!);
  const [orderChunks] = await settled([orderScan], [customerTable]);
  const orders = orderChunks!.index.rows;
  const stretches = stretchesOf(orderChunks!.room.arena!.rows);
  const itemScan = scanFile<ItemChunk>("scanItems", itemTasks!, pool, onProgress, (at) => ({
    products: goods.index,
    orders,
    stretches,
    arena: room.arena,
    first: room.firsts[at]
  }));
  const [customers] = await settled([customerTable], [itemScan]);
  const placed = await placeApart(orderChunks!, sources, customers?.table, apart);
  freeMemory(); // the arena of orders, while the threads scan
  const itemChunks = await itemScan;
  await freeMemoryOfThreads(pool);
  const items = await placeAllItems(sources, itemChunks, room, placed, orders, goods, pool);
  const digests = {
    orders: orderChunks!.digest,
    items: itemChunks.digest,
    products: productTable!.digest,
    departments: departmentTable!.digest,
    aisles: aisleTable!.digest,
    ...(customers && {customers: customers.digest})
  };
  // One after another: what is wrong with customers makes their orders fail, and those their items.
  const customersFlow = customerFlow(sources, files, customers?.table, placed);
  const ordersFlow = orderFlow(sources, files, orderChunks!, placed);
  const itemsFlow = itemFlow(sources, files, itemChunks, items);
  const flows = [ordersFlow, itemsFlow, goods.flow, departmentFlow, aisleFlow, ...customersFlow];
  const notes = [productTable!.table, ...(customers ? [customers.table] : [])].flatMap(({values}) => values);
  return {
    digests,
    baskets: assembleBaskets(placed, items, goods, departments, aisles, customers?.table, {
      tables: flows,
      values: notes
    })
  };
}

/** What a step throws is told together with what others do. */
async function later<T>(step: () => T): Promise<T> {
  return step();
}

const orderRows = (chunks: readonly OrderChunk[]): OrderRows[] =>
  chunks.map(({first, rows, lines}) => ({first, rows, lines}));

/** A function of its own, since what waits for something keeps all that it has: here the arena of orders. */
async function placeApart(
  {room, chunks, index}: Scanned<OrderChunk> & {readonly room: OrderRoom; readonly index: OrderIndex},
  {tables}: Sources,
  customers: TextTable | undefined,
  apart: WorkerPool
): Promise<PlacedOrders> {
  const ids = customers?.columns.customer_id;
  const task: OrdersTask = {
    arena: room.arena!,
    chunks: orderRows(chunks),
    repeated: index.repeated,
    keep: tables.orders.keep,
    customers: ids?.kind === "numbers" ? ids.values : undefined
  };
  const placed = await apart.run<PlacedOrders>("placeOrders", task);
  delete room.arena;
  await apart.close();
  return placed;
}
