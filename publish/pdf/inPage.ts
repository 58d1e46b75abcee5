import {TimeoutError} from "puppeteer";
import type {Browser, Page} from "puppeteer";
import {BrowserProblem} from "./browserProblem.ts";

/** What a browser does that it should not: the user may choose another. */
export class BrowserTrouble extends Error {}

export interface PageLimits {
  /** What is being made, for messages. */
  readonly file: string;
  /** Longest time for all of it, in milliseconds. */
  readonly within: number;
}

/** How much longer than one step all steps together may take. */
const steps = 3;

/**
 * Does something in a page of its own, in bounded time.
 * @throws BrowserProblem when the browser dies, does not answer, or makes something that can't be used
 */
export async function inPage<T>(
  browser: Browser,
  {file, within}: PageLimits,
  act: (page: Page) => Promise<T>
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onEnd = () => {};
  const ended = new Promise<never>((_, fail) => {
    const late = `no answer within ${(steps * within) / 1000} s`;
    timer = setTimeout(() => fail(new BrowserTrouble(late)), steps * within);
    // Not every call of a browser that died is answered.
    onEnd = () => fail(new BrowserTrouble("it ended"));
    browser.once("disconnected", onEnd);
  });
  const work = async () => {
    const page = await browser.newPage();
    const done = await act(page);
    await page.close();
    return done;
  };
  try {
    return await Promise.race([work(), ended]);
  } catch (error) {
    const isTrouble =
      !browser.connected ||
      error instanceof TimeoutError ||
      error instanceof BrowserTrouble ||
      isProtocol(error);
    if (!isTrouble) throw error;
    const message = `the browser stopped while printing (${(error as Error).message.split("\n")[0]}); run again, or set CARTOGRAPH_BROWSER to another`;
    throw new BrowserProblem({file, message});
  } finally {
    clearTimeout(timer);
    browser.off("disconnected", onEnd);
  }
}

function isProtocol(error: unknown): boolean {
  return error instanceof Error && /ProtocolError|TargetCloseError|ConnectionClosed/.test(error.name);
}
