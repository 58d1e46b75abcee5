import type {Sources} from "../config/sources.ts";
import {joinDigests} from "../tables/fileDigest.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import {readFirstLine} from "../tables/readFirstLine.ts";
import {Rejects} from "../tables/rejects.ts";
import type {OnProgress} from "./onProgress.ts";
import {chunkTasks} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import type {WorkerPool} from "./workerPool.ts";

/** One of the two big files, read in parts. */
export interface Scanned<Chunk> {
  readonly chunks: Chunk[];
  readonly tasks: readonly ChunkTask[];
  readonly lines: number;
  readonly set_aside: readonly SetAside[];
  readonly digest: string;
}

/** The parts of `block` bytes that a big file is read in. @throws UserError for a header that is not the contract's */
export function fileTasks(
  {tables}: Sources,
  files: SourceFiles,
  name: "orders" | "items",
  block: number
): readonly ChunkTask[] {
  const file = files[name]!;
  const contract = tables[name];
  const whole = {contract, file: file.name, path: file.path, ...readFirstLine(contract, file)};
  return chunkTasks(whole, file.size, block);
}

/** Reads the parts of a big file, each by whichever thread is free. `more` goes with every task. */
export async function scanFile<Chunk extends ChunkReport>(
  job: string,
  tasks: readonly ChunkTask[],
  pool: WorkerPool,
  onProgress: OnProgress,
  more: (at: number) => object = () => ({})
): Promise<Scanned<Chunk>> {
  const total = tasks.at(-1)?.to ?? 0;
  let done = 0;
  const chunks = await Promise.all(
    tasks.map(async (task, at) => {
      const chunk = await pool.run<Chunk>(job, {...task, ...more(at)}, "short");
      done += task.to - task.from;
      onProgress(`reading ${task.file}`, done, total);
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
    tasks,
    lines,
    set_aside: rejects.list(),
    digest: joinDigests(chunks.map(({digest}) => digest))
  };
}
