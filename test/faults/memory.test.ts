import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {build} from "esbuild";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {freeKernelMemory, kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";
import {checkHeap} from "../../publish/checkHeap.ts";
import {memoryProblem} from "../../publish/memoryProblem.ts";
import {randomShop, writeShop} from "../baskets/shop.ts";
import {fullSample} from "../oracle/fullSample.ts";
import {scoreOf} from "../hostile/score.ts";
import {tempFolder} from "../tempFolder.ts";
import {endAbove} from "./memoryLimit.ts";
import {digestsOf, projectCopy} from "./projectCopy.ts";
import type {ProjectCopy, Run} from "./projectCopy.ts";

/*
 * Real limits: the engine's for objects, the system's for a process, and one that ends processes as the system does
 * when memory runs out.
 */
const minutes = 60_000;
const score = scoreOf("memory", "the machine, the process or the engine has too little memory");
const canLimit = spawnSync("prlimit", ["--version"]).status === 0;

/** Told in words, on less than a screen. */
function expectTold({status, told, left}: Run, says: RegExp): void {
  expect(told).toMatch(says);
  expect(told).not.toMatch(/^ +at |fault of Cartograph/m);
  expect(told.split("\n").length).toBeLessThan(20);
  expect({status, left}).toEqual({status: 1, left: []});
}

describe("too little memory", () => {
  let project: ProjectCopy;
  let folder: string;
  beforeAll(() => {
    project = projectCopy({customers: 20});
    folder = tempFolder();
  });
  afterAll(() => project?.remove());

  it("for objects is told before anything is done, with the setting that helps", async () => {
    const run = await project.run(["check"], {env: {NODE_OPTIONS: "--max-old-space-size=64"}});
    expectTold(
      run,
      /^memory: Node\.js may use \d+ MB for objects here, and a report needs 256 MB; set NODE_OPTIONS/m
    );
    expect(() => checkHeap(512e6)).not.toThrow();
    score.note("survived");
  });

  it.skipIf(!canLimit)("for the baskets is told, and the next run reads them", async () => {
    writeShop(folder, randomShop(1, {customers: 20}));
    const items = join(folder, "order_products__prior.csv");
    const whole = readFileSync(items);
    // What a file can hold is set aside for its rows before they are read.
    writeFileSync(items, Buffer.concat([whole, Buffer.alloc(240e6, "1,1,1,0\n")]));
    const under = ["prlimit", "--data=450000000"];
    const run = await project.run(["check", "--data", folder], {under});
    expectTold(
      run,
      /^memory: there is too little: \d\.\d GB are in use .*\nneeded: 2 GB .*\nto mend: close other programs/m
    );
    writeFileSync(items, whole);
    expect(await project.run(["check", "--data", folder], {under})).toMatchObject({status: 0, left: []});
    score.note("survived");
  });

  it("in a worker thread is told", async () => {
    const [worker, script] = [join(folder, "worker.mjs"), join(folder, "pool.mjs")];
    writeFileSync(
      worker,
      `import {parentPort} from "node:worker_threads";
parentPort.on("message", () => { const all = []; for (;;) all.push({at: all.length, text: "x" + all.length}); });`
    );
    await build({
      entryPoints: ["test/faults/poolMemory.ts"],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: script,
      logLevel: "error"
    });
    const {status, stdout} = spawnSync(
      process.execPath,
      ["--max-old-space-size=30", script, `file://${worker}`],
      {
        encoding: "utf8"
      }
    );
    expect(stdout).toMatch(/^UserError memory: there is too little/);
    expect(status).toBe(0);
    score.note("survived");
  });

  it("for the innermost loops is told", () => {
    let thrown: unknown;
    try {
      kernelArray(Uint8Array, 2 ** 33);
    } catch (error) {
      thrown = error;
    }
    freeKernelMemory();
    expect(thrown).toBeInstanceOf(RangeError);
    expect(String(memoryProblem(thrown))).toMatch(/^UserError: memory: there is too little/);
    score.note("survived");
  });

  it("is told from a fault of our own", () => {
    const bug = new TypeError("x is not a function");
    expect(memoryProblem(bug)).toBe(bug);
  });
});

describe.skipIf(!process.env.CARTOGRAPH_FULL || !canLimit)("too little memory at full scale", () => {
  let project: ProjectCopy;
  let data: string;
  let clean: ReadonlyMap<string, string>;
  beforeAll(async () => {
    project = projectCopy({report: "shipped"});
    data = resolve(await fullSample());
  }, 5 * minutes);
  afterAll(() => project?.remove());

  const publish = (version: string, options = {}): Promise<Run> =>
    project.run(["report", "--publish", version, "--data", data], options);

  it("2 GB are enough for a whole report", {timeout: 5 * minutes}, async () => {
    const {status, told, left} = await publish("1.0.0", {during: (pid: number) => endAbove(pid, 2e9)});
    expect({status, left}, told).toEqual({status: 0, left: []});
    clean = digestsOf(project.dist);
    score.note("survived");
  });

  it.each([
    ["600 MB for each process", {under: ["prlimit", "--data=600000000"]}, /^memory: there is too little/m],
    ["1.2 GB for each process", {under: ["prlimit", "--data=1200000000"]}, /^memory: there is too little/m]
  ])("%s are told to be too little", {timeout: 5 * minutes}, async (_, options, says) => {
    rmSync(join(project.folder, ".cache"), {recursive: true, force: true});
    expectTold(await publish("1.0.1", options), says);
    expect(digestsOf(project.dist)).toEqual(clean);
    score.note("survived");
  });

  it("a build that the system ends for want of memory leaves all as it was, and the next one says so and is whole", {
    timeout: 10 * minutes
  }, async () => {
    rmSync(join(project.folder, ".cache"), {recursive: true, force: true});
    const {status, left} = await publish("1.0.0", {during: (pid: number) => endAbove(pid, 4e8)});
    expect(status).not.toBe(0);
    expect(left).toEqual([]);
    expect(digestsOf(project.dist)).toEqual(clean);
    rmSync(project.dist, {recursive: true});
    mkdirSync(project.dist);
    const next = await publish("1.0.0");
    expect(next.status, next.told).toBe(0);
    expect(next.told).toContain("the build before this one was ended before it was done");
    expect(digestsOf(project.dist)).toEqual(clean);
    score.note("survived");
  });
});
