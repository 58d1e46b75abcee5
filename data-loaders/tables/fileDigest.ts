import {createHash} from "node:crypto";

/** Size of the blocks that a digest is made of; also the size of a worker's part of a big file. */
export const BLOCK = 4 * 2 ** 20;

/** `[from, to)` of each block of a file. */
export function blocks(size: number, block = BLOCK): [number, number][] {
  const count = Math.max(1, Math.ceil(size / block));
  return Array.from({length: count}, (_, at) => [at * block, Math.min(size, (at + 1) * block)]);
}

/** A file's content digest: SHA-256 over the digests of its blocks, so that threads can share the work. */
export function joinDigests(digests: readonly string[]): string {
  return createHash("sha256").update(digests.join("\n")).digest("hex");
}
