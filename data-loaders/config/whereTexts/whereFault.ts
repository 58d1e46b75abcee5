import type {Span} from "./whereTree.ts";

/** What is wrong with a `where:` text, and where in it. */
export interface WhereFault extends Span {
  readonly message: string;
}

/** Ends the reading of a text; caught by `readWhere`. */
export class WhereError extends Error {
  readonly fault: WhereFault;
  constructor(fault: WhereFault) {
    super(fault.message);
    this.name = "WhereError";
    this.fault = fault;
  }
}

export function fail({at, width}: Span, message: string): never {
  throw new WhereError({at, width: Math.max(1, width), message});
}
