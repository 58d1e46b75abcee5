type Entry = "commands" | "worker" | "benchStep";

/** Identity of the code, and the URL of each entry asked for. */
export function bundle<E extends Entry = "commands" | "worker">(entries?: readonly E[]): Promise<{code: string} & Record<E, string>>;

/** Ends the bundler's process, where there is one. */
export function endBundler(): Promise<void>;
