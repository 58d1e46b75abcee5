import {UserError} from "../../data-loaders/config/problem.ts";

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "a file would be larger than this process may write",
  EROFS: "it lies on a disk that is read-only",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EIO: "the disk reports an error"
};

/**
 * What the system refuses, in words for the user; any other error as it is. Also found in the words of an error that
 * passes on what another process said.
 * @param place what was being written
 */
export function diskProblem(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const {code, path} = error as NodeJS.ErrnoException;
  const known = code !== undefined && code in WORDS ? code : foundIn(error.message);
  if (known === undefined) return error;
  const message = `cannot be written: ${WORDS[known]} (${known}${path ? `, ${path}` : ""}); what was published before stays as it was`;
  return new UserError({file: place, message});
}

function foundIn(message: string): string | undefined {
  return Object.keys(WORDS).find((code) => new RegExp(`\\b${code}\\b`).test(message));
}
