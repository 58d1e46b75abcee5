import type {Sources, TableName} from "../config/sources.ts";
import {BLOCK} from "../tables/fileDigest.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import {readFirstLine} from "../tables/readFirstLine.ts";
import {assembleBaskets} from "./assembleBaskets.ts";
import {customerFlow, itemFlow, orderFlow} from "./basketFlow.ts";
import {checkContracts, checkCounts} from "./checkContracts.ts";
import {freeMemory} from "./freeMemory.ts";
import type {OnProgress} from "./onProgress.ts";
import {placeAllItems} from "./placeAllItems.ts";
import {placeOrders} from "./placeOrders.ts";
import {readTables} from "./readTables.ts";
import {scanFile} from "./scanFile.ts";
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
  const small = readTables(sources, files, pool);
  const orderScan = scanFile<OrderChunk>(sources, files, "orders", "scanOrders", pool, onProgress, block);
  const itemHeader = Promise.resolve().then(() => readFirstLine(sources.tables.items, files.items!));
  const [departmentTable, aisleTable, productTable] = await settled(
    [small.departments!, small.aisles!, small.products!, itemHeader],
    [orderScan, small.customers]
  );
  const departments = nameList(departmentTable!.table, "department_id", "department");
  const aisles = nameList(aisleTable!.table, "aisle_id", "aisle");
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
  const itemScan = scanFile<ItemChunk>(sources, files, "items", "scanItems", pool, onProgress, block, {
    products: goods.index
  });
  const [orderChunks, customers] = await settled([orderScan, small.customers], [itemScan]);
  const placed = placeOrders(orderChunks!.chunks, sources.tables.orders.keep, customers?.table);
  orderChunks!.chunks.length = 0;
  freeMemory();
  const itemChunks = await itemScan;
  const items = await placeAllItems(sources, itemChunks, placed, goods, pool);
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
