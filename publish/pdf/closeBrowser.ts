import type {Browser} from "puppeteer";

/** How long a browser may take to close, in milliseconds; then it is killed. */
const closesWithin = 5000;

/** Closes the browser in bounded time; none of its processes is left. */
export async function closeBrowser(browser: Browser): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closesWithin);
  });
  await Promise.race([browser.close().catch(() => {}), late]);
  clearTimeout(timer);
  killBrowser(browser);
}

/** Ends the browser and all that it started, which are one process group. */
export function killBrowser(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    if (process.platform !== "win32") process.kill(-pid, "SIGKILL");
  } catch {
    // All of them have ended.
  }
  browser.process()?.kill("SIGKILL");
}
