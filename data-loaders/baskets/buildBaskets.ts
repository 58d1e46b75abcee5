import type {Sources, TableName} from "../config/sources.ts";
import {BLOCK} from "../tables/fileDigest.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {TextTable} from "../tables/textTable.ts";
import {assembleBaskets} from "./assembleBaskets.ts";
import {customerFlow, itemFlow, orderFlow} from "./basketFlow.ts";
import {checkContracts} from "./checkContracts.ts";
import {customerAttributes} from "./customerAttributes.ts";
import {freeMemoryOfAll} from "./freeMemory.ts";
import type {IndexTask, OrderIndex} from "./indexOrders.ts";
import {itemRoom, stretchesOf} from "./itemArena.ts";
import type {OnProgress} from "./onProgress.ts";
import {orderRoom} from "./orderArena.ts";
import type {OrderRoom} from "./orderArena.ts";
import type {OrderRows} from "./orderRows.ts";
import {placeAllItems} from "./placeAllItems.ts";
import type {OrdersTask, PlacedOrders} from "./placeOrders.ts";
import {readGoods} from "./readGoods.ts";
import {readTable} from "./readTable.ts";
import {fileTasks, scanFile} from "./scanFile.ts";
import type {Scanned} from "./scanFile.ts";
import type {ItemChunk} from "./scanItems.ts";
import type {OrderChunk} from "./scanOrders.ts";
import type {Baskets} from "./store.ts";
import {settled} from "./together.ts";
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
  const goodsRead = readGoods(sources, files, pool);
  const orderScan = later(async () => {
    const tasks = fileTasks(sources, files, "orders", block);
    const room = orderRoom(tasks);
    const scanned = await scanFile<OrderChunk>("scanOrders", tasks, pool, onProgress, (at) => ({
      arena: room.arena,
      first: room.firsts[at]
    }));
    const rows: IndexTask = {arena: room.arena!, chunks: orderRows(scanned.chunks)};
    return {room, ...scanned, index: await pool.run<OrderIndex>("indexOrders", rows, "next")};
  });
  const customersRead = readTable("customers", sources, files, pool) ?? Promise.resolve(undefined);
  const [goods, orderChunks, itemTasks] = await settled(
    [goodsRead, orderScan, later(async () => fileTasks(sources, files, "items", block))],
    [customersRead]
  );
  const orders = orderChunks.index.rows;
  const stretches = stretchesOf(orderChunks.room.arena!.rows);
  const room = itemRoom(itemTasks); // may fail: nothing is under way yet that nobody waits for
  const placing = customersRead.then(async (read) => ({
    customers: read,
    placed: await placeOrdersOf(orderChunks, sources, read?.table, pool)
  }));
  const itemScan = scanFile<ItemChunk>("scanItems", itemTasks, pool, onProgress, (at) => ({
    products: goods.products.index,
    productCount: goods.products.count,
    orders,
    stretches,
    arena: room.arena,
    first: room.firsts[at]
  }));
  const [{customers, placed}] = await settled([placing], [itemScan]);
  const attributes = customers && customerAttributes(customers.table, placed.customerRow);
  const itemChunks = await itemScan;
  await freeMemoryOfAll(pool); // of the arena of orders above all
  const items = await placeAllItems(sources, itemChunks, room, placed, orders, goods.products, pool);
  const {products, departments, aisles} = goods.tables;
  const digests = {
    orders: orderChunks.digest,
    items: itemChunks.digest,
    products: products.digest,
    departments: departments.digest,
    aisles: aisles.digest,
    ...(customers && {customers: customers.digest})
  };
  // One after another: what is wrong with customers makes their orders fail, and those their items.
  const customersFlow = customerFlow(sources, files, customers?.table, placed);
  const ordersFlow = orderFlow(sources, files, orderChunks, placed);
  const itemsFlow = itemFlow(sources, files, itemChunks, items);
  const flows = [ordersFlow, itemsFlow, ...goods.flows, ...customersFlow];
  const notes = [products, ...(customers ? [customers] : [])].flatMap(({table}) => table.values);
  return {
    digests,
    baskets: assembleBaskets(placed, items, goods, attributes, {
      tables: flows,
      values: notes
    })
  };
}

/** What a step throws is told together with what others do. */
async function later<T>(step: () => Promise<T>): Promise<T> {
  return step();
}

const orderRows = (chunks: readonly OrderChunk[]): OrderRows[] =>
  chunks.map(({first, rows, lines}) => ({first, rows, lines}));

/** A function of its own, since what waits for something keeps all that it has: here the arena of orders. */
async function placeOrdersOf(
  {room, chunks, index}: Scanned<OrderChunk> & {readonly room: OrderRoom; readonly index: OrderIndex},
  {tables}: Sources,
  customers: TextTable | undefined,
  pool: WorkerPool
): Promise<PlacedOrders> {
  const ids = customers?.columns.customer_id;
  const task: OrdersTask = {
    arena: room.arena!,
    chunks: orderRows(chunks),
    repeated: index.repeated,
    keep: tables.orders.keep,
    customers: ids?.kind === "numbers" ? ids.values : undefined
  };
  const placed = await pool.run<PlacedOrders>("placeOrders", task, "next");
  delete room.arena;
  return placed;
}
