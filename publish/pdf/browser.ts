import {spawnSync} from "node:child_process";
import puppeteer from "puppeteer";
import type {Browser} from "puppeteer";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {browserPatience} from "./browserPatience.ts";
import {BrowserProblem} from "./browserProblem.ts";
import {freshProfile, removeProfile} from "./browserProfile.ts";
import {bundledBrowser, bundledBrowserRunsHere} from "./bundledBrowser.ts";
import {killBrowser} from "./closeBrowser.ts";
import {isProgram, systemBrowser} from "./systemBrowser.ts";

/** A browser that can be started. */
export interface BrowserProgram {
  readonly path: string;
  /** Where it was found, in words for messages: `CARTOGRAPH_BROWSER`, `puppeteer's cache`, `this machine`, `@sparticuz/chromium`. */
  readonly from: string;
  readonly args: readonly string[];
  /** Whole environment of the browser's process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const namedBy = ["CARTOGRAPH_BROWSER", "PUPPETEER_EXECUTABLE_PATH", "CHROME"] as const;

export interface LaunchOptions {
  /** Longest time the browser may take to start, in milliseconds. */
  readonly startsWithin?: number;
}

/**
 * Quiet and closed: no background traffic, no name look-ups but for this machine, the same glyph positions
 * everywhere. Puppeteer's own defaults already stop updates, sync and crash reports.
 */
const quietFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-default-browser-check",
  "--no-pings",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
  "--font-render-hinting=none",
  "--lang=en-US"
];

/**
 * The browser this machine offers: named in the environment, else puppeteer's cache, else Chrome or Chromium
 * of the system, else the one inside `@sparticuz/chromium`. `CARTOGRAPH_BROWSER=bundled` asks for the last.
 * @throws BrowserProblem when there is none, or the one named does not exist.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  for (const name of namedBy) {
    const value = process.env[name];
    if (!value) continue;
    if (name === "CARTOGRAPH_BROWSER" && value === "bundled") return bundledProgram();
    if (!isProgram(value))
      throw new BrowserProblem({
        file: name,
        message: `no program at ${value}; give the path of Chrome or Chromium, or unset it`
      });
    return program(value, name);
  }
  const cached = puppeteerCache();
  if (cached) return program(cached, "puppeteer's cache");
  const installed = systemBrowser();
  if (installed) return program(installed, "this machine");
  if (bundledBrowserRunsHere()) return bundledProgram();
  throw noBrowser();
}

/** What to install where there is no browser. */
export function noBrowser(): BrowserProblem {
  return new BrowserProblem([
    {
      file: "no browser",
      message:
        "install Google Chrome or Chromium (Debian: apt install chromium; macOS: brew install --cask google-chrome)"
    },
    {file: "or", message: "npx puppeteer browsers install chrome"},
    {file: "or", message: "set CARTOGRAPH_BROWSER to the path of a Chrome, Chromium or Edge; then run again"}
  ]);
}

/**
 * Starts the browser, headless. It ends with this process whatever ends it: over the pipe when the process is
 * killed, as a process group otherwise. Its profile is a temporary folder, removed with it.
 * @throws BrowserProblem when it can't be found, does not start in time (30 seconds), or dies at once.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findBrowser();
  const {startsWithin = Math.min(30_000, browserPatience())} = options;
  const profile = freshProfile();
  // A browser that says nothing would otherwise be waited for as long as a long print may take.
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), startsWithin);
  let browser: Browser | undefined;
  const noMoreRubbish = onRubbish(() => (browser ? killBrowser(browser) : tooLate.abort()));
  try {
    browser = await puppeteer.launch({
      executablePath: found.path,
      args: [...found.args],
      env: {...found.env},
      headless: "shell",
      pipe: true,
      userDataDir: profile,
      signal: tooLate.signal,
      timeout: startsWithin,
      protocolTimeout: 2 * browserPatience(),
      handleSIGTERM: false,
      handleSIGHUP: false
    });
    endTogether(browser, profile);
    browser.once("disconnected", noMoreRubbish);
    return browser;
  } catch (error) {
    noMoreRubbish();
    removeProfile(profile);
    const late = tooLate.signal.aborted ? `no answer within ${startsWithin / 1000} s` : undefined;
    throw new BrowserProblem(startProblems(found, late ?? endedAtOnce(found, error)));
  } finally {
    clearTimeout(timer);
  }
}

function program(path: string, from: string, env: Readonly<Record<string, string>> = {}): BrowserProgram {
  // Chrome refuses to run as root inside its sandbox; anyone else keeps it unless they ask otherwise.
  const unboxed = process.getuid?.() === 0 || process.env.CARTOGRAPH_NO_SANDBOX === "1";
  return {
    path,
    from,
    args: unboxed ? [...quietFlags, "--no-sandbox"] : quietFlags,
    env: {...process.env, TZ: "UTC", ...env}
  };
}

async function bundledProgram(): Promise<BrowserProgram> {
  if (!bundledBrowserRunsHere())
    throw new BrowserProblem({
      file: "CARTOGRAPH_BROWSER",
      message: "the bundled browser is for Linux x64 only; give the path of Chrome or Chromium"
    });
  const {path, env} = await bundledBrowser();
  return program(path, "@sparticuz/chromium", env);
}

function puppeteerCache(): string | undefined {
  try {
    const path = puppeteer.executablePath();
    return isProgram(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function endTogether(browser: Browser, profile: string): void {
  const tidy = () => removeProfile(profile);
  const endBy = (code: number) => () => process.exit(code); // puppeteer kills the process group on exit
  const onTerminate = endBy(143);
  const onHangup = endBy(129);
  process.on("exit", tidy).on("SIGTERM", onTerminate).on("SIGHUP", onHangup);
  browser.process()?.once("exit", () => {
    process.off("exit", tidy).off("SIGTERM", onTerminate).off("SIGHUP", onHangup);
    tidy();
  });
}

/**
 * What a browser says that is no message is thrown where nobody can catch it.
 * @returns takes the guard away
 */
function onRubbish(act: () => void): () => void {
  const onUncaught = (error: Error) => {
    if (!(error instanceof SyntaxError && /JSON/.test(error.message))) throw error;
    act();
  };
  process.on("uncaughtException", onUncaught);
  return () => process.off("uncaughtException", onUncaught);
}

function startProblems({from, path, args}: BrowserProgram, told: string): Problem[] {
  const sandbox = "if its sandbox is not allowed here, CARTOGRAPH_NO_SANDBOX=1 does without";
  return [
    {file: path, message: `this browser (from ${from}) did not start: ${told}`},
    ...(args.includes("--no-sandbox") ? [] : [{file: "or", message: sandbox}]),
    {
      file: "or",
      message: 'set CARTOGRAPH_BROWSER to another Chrome or Chromium, or to "bundled" on Linux x64'
    }
  ];
}

function endedAtOnce(found: BrowserProgram, error: unknown): string {
  return `it ended at once (${lastWords(found) ?? String(error).split("\n")[0]})`;
}

/** What the program says when asked for its version, such as the library it misses. */
function lastWords({path, env}: BrowserProgram): string | undefined {
  const {error, status, stderr} = spawnSync(path, ["--version"], {
    env: {...env},
    timeout: 5000,
    encoding: "utf8"
  });
  if (error) return error.message;
  return status === 0 ? undefined : stderr.split("\n").find((line) => line.trim() !== "");
}
