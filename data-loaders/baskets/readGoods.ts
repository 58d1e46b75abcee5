import type {Sources} from "../config/sources.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {TableFlow} from "../tables/populationFlow.ts";
import type {DigestedTable} from "../tables/readDigestedTable.ts";
import {checkCounts} from "./checkContracts.ts";
import {readTable} from "./readTable.ts";
import {nameList, plainFlow, products} from "./smallTables.ts";
import type {NameList, Products} from "./smallTables.ts";
import {settled, together} from "./together.ts";
import type {WorkerPool} from "./workerPool.ts";

/** What can be bought, and the shelves that it stands on. */
export interface Goods {
  readonly products: Products;
  readonly departments: NameList;
  readonly aisles: NameList;
  /** Of products, departments and aisles. */
  readonly flows: readonly TableFlow[];
  readonly tables: Readonly<Record<"products" | "departments" | "aisles", DigestedTable>>;
}

/** @throws UserError when one of the three tables is not what its contract says, or too many of its rows are bad. */
export async function readGoods(sources: Sources, files: SourceFiles, pool: WorkerPool): Promise<Goods> {
  const read = (["departments", "aisles", "products"] as const).map(
    (name) => readTable(name, sources, files, pool)!
  );
  const [departments, aisles, goods] = (await settled(read)) as [DigestedTable, DigestedTable, DigestedTable];
  const [departmentList, aisleList] = together(
    () => nameList(departments.table, "department_id", "department", files.departments!.name),
    () => nameList(aisles.table, "aisle_id", "aisle", files.aisles!.name)
  );
  const flows = together(
    () => plainFlow(sources, "departments", files.departments!.name, departments.table),
    () => plainFlow(sources, "aisles", files.aisles!.name, aisles.table)
  );
  const {products: contract} = sources.tables;
  const found = products(contract, files.products!.name, goods.table, departmentList, aisleList);
  checkCounts(found.count, departmentList.names.length, aisleList.names.length);
  return {
    products: found,
    departments: departmentList,
    aisles: aisleList,
    flows: [found.flow, ...flows],
    tables: {products: goods, departments, aisles}
  };
}
