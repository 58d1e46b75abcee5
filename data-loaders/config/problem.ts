/** Something the user can fix: where it stands, what is wrong, what is allowed. */
export interface Problem {
  /** Path as the user knows it, relative to the project or the data folder. */
  readonly file: string;
  /** 1-based; absent when the problem is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
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
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  return path ? `${place} ${path}: ${message}` : `${place}: ${message}`;
}
