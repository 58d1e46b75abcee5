import {UserError} from "../../data-loaders/config/problem.ts";

const usual = 90;

/**
 * Longest time that one step of the browser may take, in milliseconds: 90 seconds, or `CARTOGRAPH_BROWSER_SECONDS`.
 * @throws UserError when that is no number above 0
 */
export function browserPatience(): number {
  const wish = process.env.CARTOGRAPH_BROWSER_SECONDS;
  if (!wish) return usual * 1000;
  const seconds = Number(wish);
  if (seconds > 0 && seconds <= 3600) return seconds * 1000;
  throw new UserError({
    file: "CARTOGRAPH_BROWSER_SECONDS",
    message: `"${wish}": seconds above 0 and up to 3600 were expected, or nothing for ${usual}`
  });
}
