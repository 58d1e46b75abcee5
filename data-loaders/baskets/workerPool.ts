import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {UserError} from "../config/problem.ts";
import type {Problem} from "../config/problem.ts";
import {compileLate} from "./compileLate.ts";

/** A message to a worker: the name of a job and its input, plain data and shared memory only. The reply has the same id. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export type JobReply = {readonly id: number} & JobResult;

export type JobResult =
  | {readonly ok: true; readonly output: unknown}
  | {
      readonly ok: false;
      readonly problems?: readonly Problem[];
      readonly message: string;
      readonly stack?: string | undefined;
    };

/**
 * `short`: takes a few hundredths of a second, so that another one can wait for it at the same thread. `next`: others wait
 * for it, so that it comes before all that wait for a thread.
 */
export type Pace = "short" | "next" | "whenever";

interface Waiting {
  readonly job: Job;
  readonly pace: Pace;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** So many short jobs a thread has at hand: this one, which hands them out, may have something else to do. */
const SHORT_AT_HAND = 3;

/** Worker threads that take jobs in the order they were asked for, or as their pace says. Close it, or the process stays. */
export class WorkerPool {
  readonly #all: Worker[] = [];
  readonly #queue: Waiting[] = [];
  /** By thread the jobs that it has at hand, by id. */
  readonly #atHand = new Map<Worker, Map<number, Waiting>>();
  #jobs = 0;
  /** Why no more jobs are done: the last thread's end, or the pool was closed. */
  #over: Error | undefined;
  readonly size: number;
  /** Identity of the code: the bundle's folder is named by its content. */
  readonly code: string;

  constructor(entry: string, size = availableParallelism()) {
    compileLate();
    this.size = Math.max(1, Math.min(size, 16));
    this.code = new URL(".", entry).pathname.split("/").at(-2) ?? "";
    for (let i = 0; i < this.size; i++) this.#start(entry);
  }

  run<T>(name: string, input: unknown, pace: Pace = "whenever"): Promise<T> {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise<T>((resolve, reject) => {
      const job = {id: this.#jobs++, name, input};
      const waiting = {job, pace, resolve: resolve as (output: never) => void, reject};
      if (pace === "next") this.#queue.unshift(waiting);
      else this.#queue.push(waiting);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#end(new Error("the worker threads were closed"));
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #start(entry: string): void {
    const worker = new Worker(new URL(entry));
    worker.on("message", (reply: JobReply) => this.#settle(worker, reply));
    worker.on("error", (error) => this.#lose(worker, error));
    worker.on("exit", (code) =>
      this.#lose(worker, new Error(`a worker thread ended with exit code ${code}`))
    );
    this.#all.push(worker);
    this.#atHand.set(worker, new Map());
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const [worker, jobs] = [...this.#atHand].reduce((least, one) =>
        one[1].size < least[1].size ? one : least
      );
      const areShort = [this.#queue[0]!, ...jobs.values()].every(({pace}) => pace === "short");
      if (jobs.size >= (areShort ? SHORT_AT_HAND : 1)) return;
      const waiting = this.#queue.shift()!;
      jobs.set(waiting.job.id, waiting);
      worker.postMessage(waiting.job);
    }
  }

  #settle(worker: Worker, reply: JobReply): void {
    const jobs = this.#atHand.get(worker);
    const waiting = jobs?.get(reply.id);
    jobs?.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.output as never);
    else waiting?.reject(asError(reply));
    this.#next();
  }

  /** A thread that ended takes no more jobs; with the last of them, all who wait are told. */
  #lose(worker: Worker, error: Error): void {
    if (!this.#all.includes(worker)) return;
    this.#all.splice(this.#all.indexOf(worker), 1);
    for (const {reject} of this.#atHand.get(worker)?.values() ?? []) reject(error);
    this.#atHand.delete(worker);
    if (this.#all.length === 0) this.#end(error);
  }

  #end(error: Error): void {
    this.#over ??= error;
    const atHand = [...this.#atHand.values()].flatMap((jobs) => [...jobs.values()]);
    for (const {reject} of [...this.#queue.splice(0), ...atHand]) reject(this.#over);
    this.#atHand.clear();
  }
}

function asError(reply: Extract<JobResult, {ok: false}>): Error {
  if (reply.problems) return new UserError(reply.problems);
  const error = new Error(reply.message);
  if (reply.stack) error.stack = reply.stack;
  return error;
}
