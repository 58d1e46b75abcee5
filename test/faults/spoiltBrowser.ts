import {chmodSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** What befalls a browser at the moment named. */
export type BrowserFault =
  | "crashes"
  | "hangs"
  | "answers rubbish"
  | "prints rubbish"
  | "loses the page's process";

export interface SpoiltMoment {
  readonly real: string;
  /** Which of the command's browsers: 1 prints, 2 draws the PNGs, 3 checks the pages. */
  readonly start: number;
  /** At the first message with this method. */
  readonly method: string;
  readonly fault: BrowserFault;
}

/**
 * A program that a user may have for a browser: everything passes between Cartograph and the real one, until one moment.
 * @param folder where it is written, and counts how often it was started
 */
export function spoiltBrowser(folder: string, moment: SpoiltMoment): string {
  const file = join(folder, "browser");
  const counter = join(folder, "starts");
  writeFileSync(counter, "");
  writeFileSync(file, script({...moment, counter}));
  chmodSync(file, 0o755);
  return file;
}

const script = (moment: SpoiltMoment & {counter: string}): string => `#!${process.execPath}
const {spawn, execFileSync} = require("node:child_process");
const fs = require("node:fs");
const {real, start, method, fault, counter} = ${JSON.stringify(moment)};
const isAsked = process.argv.includes("--version");
if (!isAsked) fs.appendFileSync(counter, "x");
const isThis = !isAsked && fs.readFileSync(counter, "utf8").length === start;
const child = spawn(real, process.argv.slice(2), {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
const out = fs.createWriteStream(null, {fd: 4});
let spoilt = false;
function spoil() {
  spoilt = true;
  if (fault === "crashes") {
    child.kill("SIGKILL");
    process.exit(1);
  }
  if (fault === "answers rubbish") out.write("<html>502 Bad Gateway</html>\\0");
  if (fault === "loses the page's process")
    for (const pid of fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name)))
      try {
        const isOurs = fs.readFileSync("/proc/" + pid + "/stat", "latin1").replace(/^.*\\) /s, "").split(" ")[2] === String(process.pid);
        if (isOurs && fs.readFileSync("/proc/" + pid + "/cmdline", "latin1").includes("--type=renderer")) process.kill(pid, "SIGKILL");
      } catch {}
}
function messages(stream, act) {
  let rest = Buffer.alloc(0);
  stream.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) act(rest.subarray(0, end).toString());
  });
}
messages(fs.createReadStream(null, {fd: 3}), (text) => {
  if (isThis && !spoilt && text.includes('"method":"' + method + '"')) spoil();
  if (!(spoilt && fault === "hangs")) child.stdio[3].write(text + "\\0");
});
messages(child.stdio[4], (text) => {
  if (spoilt && fault === "hangs") return;
  const message = JSON.parse(text);
  if (spoilt && fault === "prints rubbish" && message.result?.base64Encoded && message.result.data)
    message.result.data = Buffer.from("no PDF at all, ".repeat(50)).toString("base64");
  out.write(JSON.stringify(message) + "\\0");
});
child.stdio[3].on("error", () => {});
out.on("error", () => process.exit(0));
child.on("exit", () => process.exit(0));
process.on("exit", () => child.kill("SIGKILL"));
process.on("SIGTERM", () => process.exit(0));
`;
