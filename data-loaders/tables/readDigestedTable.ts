import type {TableContract} from "../config/sources.ts";
import {fileDigest} from "./fileDigest.ts";
import {readWhole} from "./openSource.ts";
import {readTextTable} from "./textTable.ts";
import type {TextTable} from "./textTable.ts";

/** A small table with the digest of its file. */
export interface DigestedTable {
  readonly table: TextTable;
  readonly digest: string;
}

export function readDigestedTable({
  contract,
  path,
  file
}: {
  contract: TableContract;
  path: string;
  file: string;
}): DigestedTable {
  return {table: readTextTable(contract, readWhole(path), file), digest: fileDigest(path)};
}
