import {UserError} from "../config/problem.ts";

/**
 * Awaits the first list. When one of them fails, the others are awaited too, so that the user sees what is wrong in all
 * of them; else a failure among the others is heard by nobody but its own await.
 */
export async function settled<T extends readonly unknown[]>(
  first: {readonly [K in keyof T]: Promise<T[K]> | undefined},
  others: readonly (Promise<unknown> | undefined)[] = []
): Promise<T> {
  const rest = Promise.allSettled(others);
  const results = await Promise.allSettled(first);
  if (results.some(isRejected))
    throwAll([...results, ...(await rest)].filter(isRejected).map(({reason}) => reason as Error));
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

const isRejected = (result: PromiseSettledResult<unknown>): result is PromiseRejectedResult =>
  result.status === "rejected";

/** Carries out all steps, so that the user sees what is wrong in all of them and not in the first only. */
export function together<T extends readonly unknown[]>(...steps: {readonly [K in keyof T]: () => T[K]}): T {
  const failures: Error[] = [];
  const results = steps.map((step) => {
    try {
      return step();
    } catch (error) {
      failures.push(error as Error);
      return undefined;
    }
  });
  throwAll(failures);
  return results as unknown as T;
}

function throwAll(failures: readonly Error[]): void {
  const [bug] = failures.filter((failure) => !(failure instanceof UserError));
  if (bug) throw bug;
  if (failures.length > 0) throw new UserError((failures as UserError[]).flatMap(({problems}) => problems));
}
