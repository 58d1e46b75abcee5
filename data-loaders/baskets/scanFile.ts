import type {Sources} from "../config/sources.ts";
import {joinDigests} from "../tables/fileDigest.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import {readFirstLine} from "../tables/readFirstLine.ts";
import {Rejects} from "../tables/rejects.ts";
import type {OnProgress} from "./onProgress.ts";
import {chunkTasks} from "./scanChunk.ts";
import type {ItemChunk, ItemTask} from "./scanItems.ts";
import type {OrderChunk} from "./scanOrders.ts";
import type {WorkerPool} from "./workerPool.ts";

/** One of the two big files, read in parts. */
export interface Scanned<Chunk> {
  readonly chunks: Chunk[];
  readonly tasks: readonly ItemTask[];
  readonly lines: number;
  readonly set_aside: readonly SetAside[];
  readonly digest: string;
}

/** Reads a big file in parts of `block` bytes, each by whichever thread is free. `more` goes with every task. */
export async function scanFile<Chunk extends OrderChunk | ItemChunk>(
  sources: Sources,
  files: SourceFiles,
  name: "orders" | "items",
  job: string,
  pool: WorkerPool,
  onProgress: OnProgress,
  block: number,
  more: object = {}
): Promise<Scanned<Chunk>> {
  const file = files[name]!;
  const contract = sources.tables[name];
  const tasks = chunkTasks(
    {contract, file: file.name, path: file.path, ...readFirstLine(contract, file)},
    file.size,
    block
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
