import type {Browser, Page} from "puppeteer";
import type {BrowserWork} from "./watched.ts";
import {watched} from "./watched.ts";

/** How much longer than one step all steps together may take. */
const steps = 3;

/**
 * Prints something in a page of its own, in bounded time; `within` is the longest time for one step.
 * @throws BrowserProblem when the browser dies, does not answer, or makes something that can't be used
 */
export async function inPage<T>(
  browser: Browser,
  {file, within}: Omit<BrowserWork, "doing">,
  act: (page: Page) => Promise<T>
): Promise<T> {
  return watched(browser, {file, doing: "printing", within: steps * within}, async (open) => {
    const page = await open();
    const done = await act(page);
    await page.close();
    return done;
  });
}
