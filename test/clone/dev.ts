import {spawn} from "node:child_process";
import type {ChildProcess} from "node:child_process";

/** A running `npm run dev`; its output so far in `text()`. */
export interface DevProcess {
  readonly url: string;
  readonly text: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts the live preview of a clone and waits for its first state. */
export async function startDev(clone: string, env: Readonly<Record<string, string>>): Promise<DevProcess> {
  const child = spawn("node", ["bin/cartograph.mjs", "dev"], {
    cwd: clone,
    env,
    stdio: ["ignore", "pipe", "pipe"]
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  const url = await printed(
    child,
    () => /Preview at (\S+)/.exec(text)?.[1],
    () => text
  );
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return {url, text: () => text, stop};
}

async function printed(
  child: ChildProcess,
  find: () => string | undefined,
  text: () => string
): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = find();
    if (found) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the live preview did not start:\n${text()}`);
}
