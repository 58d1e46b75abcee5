import type {Aggregate} from "./aggregate.ts";

/** An aggregate before the disclosure gate; it may not leave the machine. */
export type RawAggregate = Omit<Aggregate, "hidden">;
