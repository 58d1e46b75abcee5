/** Something the user can fix: where it stands, what is wrong, what is allowed. */
export interface Problem {
  /** Path as the user knows it, relative to the project or the data folder. */
  readonly file: string;
  /** 1-based; absent when the problem is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  /** How many characters of the line are meant; for the pointer under it. */
  readonly width?: number;
  /** `segmentations.loyalty.bins[0].up_too` */
  readonly path?: string;
  readonly message: string;
}

/** The one error type for what the user can fix: no stack is shown and the exit code is 1. */
export class UserError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[] | Problem) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(problemLine).join("\n"));
    this.name = "UserError";
    this.problems = list;
  }
}

/** `config/segments.yaml:4:54 segmentations.loyalty.bins[0].up_too: unknown key; did you mean "up_to"?` */
export function problemLine({file, line, column, path, message}: Problem): string {
  const place = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
  return visible(path ? `${place} ${path}: ${message}` : `${place}: ${message}`);
}

/** Control characters and bidirectional overrides: a text from a file must not steer the terminal it is shown on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The text with every character that cannot be seen written as `\u001b`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whether an error tells the user's problems, also when it comes from another bundle of the code (`dev`). */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === "UserError" && "problems" in error;
}
