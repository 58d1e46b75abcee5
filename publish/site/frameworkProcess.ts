import type {ChildProcess} from "node:child_process";
import {spawn} from "node:child_process";
import {join, relative} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {configName} from "./configFile.ts";

/** Observable Framework at work in its own process, with what it has said so far. */
export interface FrameworkProcess {
  readonly child: ChildProcess;
  /** The end of its output up to now, without colours. */
  readonly output: () => string;
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Loaded before all else: it does not outlive the command that started it, however that ends. */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  'process.on("disconnect", () => process.exit(1)); process.channel?.unref();'
)}`;

/** Characters of output kept: a preview may run all day. */
const remembered = 100_000;

/**
 * Starts `observable <args>` on the source tree in `folder`, without telemetry. It has a channel to this process
 * and ends with it; its output is kept, and shown only when it fails.
 */
export function startFramework(root: string, folder: string, args: readonly string[]): FrameworkProcess {
  const program = join(root, "node_modules/@observablehq/framework/dist/bin/observable.js");
  const config = join(relative(root, folder), configName);
  const child = spawn(process.execPath, ["--import", endWithParent, program, ...args, "--config", config], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      CARTOGRAPH_SITE: folder,
      OBSERVABLE_TELEMETRY_DISABLE: "1",
      NO_COLOR: "1",
      NODE_OPTIONS: "",
      NODE_ENV: "production"
    }
  });
  let said = "";
  const listen = (chunk: string) => {
    said = (said + chunk).slice(-remembered);
  };
  child.stdout?.setEncoding("utf8").on("data", listen);
  child.stderr?.setEncoding("utf8").on("data", listen);
  return {
    child,
    output: () => stripVTControlCharacters(said),
    ended: new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    })
  };
}
