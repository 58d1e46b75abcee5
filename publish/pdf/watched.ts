import {TimeoutError} from "puppeteer";
import type {Browser, Page} from "puppeteer";
import {BrowserProblem} from "./browserProblem.ts";

/** What a browser does that it should not: the user may choose another. */
export class BrowserTrouble extends Error {}

/** What a browser is to do. */
export interface BrowserWork {
  /** What is being made, for messages. */
  readonly file: string;
  /** In words for messages: the browser stopped while `printing`. */
  readonly doing: string;
  /** Longest time for all of it, in milliseconds. */
  readonly within: number;
}

/**
 * Lets a browser do something in bounded time. `open` opens a page whose crash ends the work too.
 * @throws BrowserProblem when the browser or a page dies, does not answer, or makes something that can't be used
 */
export async function watched<T>(
  browser: Browser,
  {file, doing, within}: BrowserWork,
  act: (open: () => Promise<Page>) => Promise<T>
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onEnd = () => {};
  let onCrash = () => {};
  const ended = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new BrowserTrouble(`no answer within ${within / 1000} s`)), within);
    // Not every call of a browser that died is answered.
    onEnd = () => fail(new BrowserTrouble("it ended"));
    onCrash = () => fail(new BrowserTrouble("its page crashed"));
    browser.once("disconnected", onEnd);
  });
  const open = async () => (await browser.newPage()).once("error", onCrash);
  try {
    return await Promise.race([act(open), ended]);
  } catch (error) {
    if (!isTrouble(error, browser)) throw error;
    const reason = (error as Error).message.split("\n")[0];
    const help =
      "run again; if it stays so, give the machine more memory (a report needs 2 GB) or set CARTOGRAPH_BROWSER to another";
    throw new BrowserProblem({file, message: `the browser stopped while ${doing} (${reason}); ${help}`});
  } finally {
    clearTimeout(timer);
    browser.off("disconnected", onEnd);
  }
}

function isTrouble(error: unknown, browser: Browser): boolean {
  if (!browser.connected || error instanceof TimeoutError || error instanceof BrowserTrouble) return true;
  return error instanceof Error && /ProtocolError|TargetCloseError|ConnectionClosed/.test(error.name);
}
