import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, describe, expect, it} from "vitest";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {Pace} from "../../data-loaders/baskets/workerPool.ts";
import {UserError} from "../../data-loaders/config/problem.ts";
import {tempFolder} from "../tempFolder.ts";

const pools: WorkerPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(code: string, size = 2): WorkerPool {
  const folder = join(tempFolder(), "abc123");
  mkdirSync(folder);
  const path = join(folder, "worker.mjs");
  writeFileSync(path, `import {parentPort} from "node:worker_threads";\n${code}`);
  const pool = new WorkerPool(pathToFileURL(path).href, size);
  pools.push(pool);
  return pool;
}

const ECHO = `parentPort.on("message", ({id, name, input}) => {
  if (name === "die") throw new Error("out of order");
  if (name === "leave") process.exit(3);
  if (name === "user") parentPort.postMessage({id, ok: false, message: "x", problems: [{file: "orders.csv", message: "is empty"}]});
  else if (name === "bug") parentPort.postMessage({id, ok: false, message: "a bug", stack: "Error: a bug\\n    at here"});
  else setTimeout(() => parentPort.postMessage({id, ok: true, output: input * 2}), input % 3);
});`;

/** Keeps the thread for so many milliseconds and tells which it is. */
const WAIT = `import {threadId} from "node:worker_threads";
parentPort.on("message", ({id, input}) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, input);
  parentPort.postMessage({id, ok: true, output: threadId});
});`;

describe("WorkerPool", () => {
  it("gives every job its own answer", async () => {
    const pool = poolOf(ECHO);
    const inputs = Array.from({length: 50}, (_, at) => at);
    expect(await Promise.all(inputs.map((input) => pool.run<number>("double", input)))).toEqual(
      inputs.map((input) => input * 2)
    );
  });

  it("has short jobs at hand, and gives each long one to a thread that has none", async () => {
    const pool = poolOf(WAIT);
    const short = Array.from({length: 6}, () => pool.run<number>("short", 1, "short"));
    const long = [pool.run<number>("long", 300), pool.run<number>("long", 300)];
    const threads = await Promise.all(long);
    expect(new Set(threads).size).toBe(2);
    expect(new Set(await Promise.all(short)).size).toBe(2);
  });

  it("takes what others wait for before all that wait for a thread", async () => {
    const pool = poolOf(WAIT, 1);
    const done: string[] = [];
    const run = (name: string, pace?: Pace): Promise<unknown> =>
      pool.run(name, 1, pace).then(() => done.push(name));
    await Promise.all([run("first"), run("second"), run("third"), run("urgent", "next")]);
    expect(done).toEqual(["first", "urgent", "second", "third"]);
  });

  it("has at least one thread", async () => {
    expect(await poolOf(ECHO, 0).run("double", 4)).toBe(8);
  });

  it("brings back a user's error as such, and a bug with its stack", async () => {
    const pool = poolOf(ECHO);
    await expect(pool.run("user", 0)).rejects.toThrow(UserError);
    await expect(pool.run("bug", 0)).rejects.toMatchObject({
      message: "a bug",
      stack: expect.stringContaining("at here") as string
    });
    expect(await pool.run("double", 1)).toBe(2);
  });

  it.each(["die", "leave"])(
    "fails the job of a thread that ends, and those that can't be done any more (%s)",
    async (way) => {
      const pool = poolOf(ECHO, 1);
      const results = await Promise.allSettled([
        pool.run(way, 0),
        pool.run("double", 1),
        pool.run("double", 2)
      ]);
      expect(results.map(({status}) => status)).toEqual(["rejected", "rejected", "rejected"]);
      await expect(pool.run("double", 3)).rejects.toThrow();
    }
  );

  it("goes on with the threads that are left", async () => {
    const pool = poolOf(ECHO, 2);
    await expect(pool.run("die", 0)).rejects.toThrow("out of order");
    expect(await Promise.all([1, 2, 3].map((input) => pool.run("double", input)))).toEqual([2, 4, 6]);
  });

  it("fails jobs when the code can't be loaded", async () => {
    const pool = poolOf("throw new Error('no code');");
    await expect(Promise.all([pool.run("double", 1), pool.run("double", 2)])).rejects.toThrow("no code");
    await expect(pool.run("double", 3)).rejects.toThrow();
  });

  it("refuses jobs after it was closed, and fails those under way", async () => {
    const pool = poolOf(ECHO);
    const late = pool.run("double", 1);
    const failed = expect(late).rejects.toThrow("closed");
    await pool.close();
    await failed;
    await expect(pool.run("double", 2)).rejects.toThrow("closed");
  });

  it("knows the code by the folder it is bundled into", () => {
    expect(poolOf(ECHO).code).toBe("abc123");
  });
});
