import type {KeptRows} from "./keptRows.ts";
import type {Header} from "./readHeader.ts";
import type {Rejects} from "./rejects.ts";

/** What a way of reading a small table gives. */
export interface ReadRows {
  readonly header: Header;
  readonly rows_in: number;
  readonly kept: Pick<KeptRows<never>, "finish">;
  readonly rejects: Rejects;
}
