import {createHash} from "node:crypto";
import {createReadStream, existsSync, statSync} from "node:fs";
import {join} from "node:path";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";

/** A file of the data as it lies on disk. */
export interface InputFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Size and SHA-256 of every file of the data that was read, by reading them once more. */
export async function inputFiles(
  folder: string,
  {baskets}: Pick<SegmentedBaskets, "baskets">
): Promise<readonly InputFile[]> {
  const files = [...new Set(baskets.words.flow.tables.map(({file}) => file))].filter((file) =>
    existsSync(join(folder, file))
  );
  return Promise.all(files.map((file) => inputFile(folder, file)));
}

async function inputFile(folder: string, file: string): Promise<InputFile> {
  const hash = createHash("sha256");
  const path = join(folder, file);
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(chunk as Buffer);
  return {file, bytes: statSync(path).size, sha256: hash.digest("hex")};
}
