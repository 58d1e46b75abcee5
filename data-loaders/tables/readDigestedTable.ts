import {readFileSync} from "node:fs";
import type {TableContract} from "../config/sources.ts";
import {wholeDigest} from "./blockDigest.ts";
import {unpackedBytes} from "./openSource.ts";
import {readTextTable} from "./textTable.ts";
import type {TextTable} from "./textTable.ts";

/** A small table with the digest of its file. */
export interface DigestedTable {
  readonly table: TextTable;
  readonly digest: string;
}

export interface TableTask {
  readonly contract: TableContract;
  readonly path: string;
  /** As the user knows it. */
  readonly file: string;
}

export function readDigestedTable({contract, path, file}: TableTask): DigestedTable {
  const bytes = readFileSync(path);
  const plain = path.endsWith(".gz") ? unpackedBytes(bytes, file) : bytes;
  return {table: readTextTable(contract, plain, file), digest: wholeDigest(bytes)};
}
