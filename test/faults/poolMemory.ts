import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {memoryProblem} from "../../publish/memoryProblem.ts";

/* Says what becomes of a job in a worker thread that runs out of memory: `node poolMemory.mjs <URL of the worker>`. */
const pool = new WorkerPool(process.argv[2]!, 1);
const told = (await pool.run("any", {}).catch(memoryProblem)) as Error;
await pool.close();
console.log(told.name, told.message);
