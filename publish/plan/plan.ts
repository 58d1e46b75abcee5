import type {Grain} from "../../data-loaders/config/segments.ts";
import type {DefinitionChange} from "../changes/definitionChanges.ts";
import type {Cause, NumberChanges} from "../changes/numberChanges.ts";
import type {Size} from "../manifest/size.ts";

/** The form of `--json`; raised when a reader of the form before could misread it. */
export const PLAN_FORM = 1;

/** What publishing now would change for the reader of the version before. Plain data; `--json` prints it. */
export interface Plan {
  readonly plan: typeof PLAN_FORM;
  /** Both sides are published: what differs, and not what would. */
  readonly published?: true;
  /** The version compared with; absent where none is published. */
  readonly against?: {readonly version: string; readonly date: string; readonly title: string};
  readonly now: {readonly version: string; readonly date: string; readonly title: string};
  /** True when a reader would see no difference. */
  readonly same: boolean;
  /** The privacy threshold in customers. */
  readonly customers_at_least: {readonly before?: number; readonly now: number};
  /** What the reader of the plan must know: why something could not be compared. */
  readonly notes: readonly string[];
  /** What would stop the report, in lines with file and place. */
  readonly problems: readonly string[];
  readonly data: DataChange;
  /** Names of files of the configuration that differ. */
  readonly config: readonly string[];
  /** Names of facts whose description was added, removed or changed. */
  readonly facts: Named;
  /** Those that differ, in the order of the configuration. */
  readonly segmentations: readonly SegmentationChange[];
  readonly pages: PageChanges;
  readonly findings: readonly FindingChange[];
  /** How many findings there are now. */
  readonly findings_now: number;
  /** Absent where there is nothing to compare with, or the pages can't be made. */
  readonly numbers?: NumberChanges;
  readonly definitions: readonly DefinitionChange[];
  readonly recommendations: {readonly came: readonly string[]; readonly went: readonly string[]};
}

export interface Named {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface DataChange {
  readonly changed: boolean;
  /** Whether config/sources.yaml reads the tables otherwise than before. */
  readonly read_otherwise: boolean;
  /** Tables that differ. */
  readonly tables: readonly TableChange[];
}

/** Grain: one row per table of the data; rows used. */
export interface TableChange {
  readonly table: string;
  readonly before?: number;
  readonly now?: number;
}

export interface SegmentationChange {
  readonly name: string;
  readonly title: string;
  readonly grain: Grain;
  readonly status: "added" | "removed" | "changed";
  /** Where it had another name: the same groups under a new one. */
  readonly was?: {readonly name: string; readonly title: string};
  /** What moves its sizes. */
  readonly because: readonly Cause[];
  readonly segments: readonly SegmentChange[];
  /**
   * From the old definition to the new one on the data of now; without moves where nobody changes segment. Absent
   * where there is no old definition, or it can't be carried out.
   */
  readonly flow?: SegmentFlow;
}

/** Grain: one row per segment of before or now. */
export interface SegmentChange {
  readonly label: string;
  readonly status: "kept" | "added" | "removed" | "renamed";
  /** The label before, of a renamed segment. */
  readonly was?: string;
  /** As published. */
  readonly before?: Size;
  /** The old definition on the data of now; only where not the definition alone moves sizes. */
  readonly by_old_rule?: Size;
  readonly now?: Size;
  /** `now` minus `before`; "few" for a difference of fewer than the threshold. */
  readonly change?: Size;
  readonly threshold?: "falls under" | "rises above";
  /** The rule in words, where it changed. */
  readonly rule?: {readonly before?: string; readonly now?: string};
}

export interface SegmentFlow {
  /** Rows that change segment, as far as that may be told. */
  readonly moved: Size;
  /** True when `moved` is a lower bound, because some moves are hidden. */
  readonly moved_at_least: boolean;
  /** All rows of the grain. */
  readonly of: number;
  /** Largest first, hidden ones last. */
  readonly moves: readonly Move[];
}

/** Grain: one row per pair of segments that some move between. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly size: Size;
}

export interface PageChanges {
  readonly now: number;
  /** Kept, but with another text or figure. */
  readonly change: readonly PageName[];
  readonly appear: readonly PageName[];
  readonly vanish: readonly PageName[];
  /** The page of a renamed segment. */
  readonly move: readonly {readonly from: PageName; readonly to: PageName}[];
}

export interface PageName {
  readonly path: string;
  readonly title: string;
}

/** A headline that reads otherwise. */
export interface FindingChange {
  readonly id: string;
  /** Path of its page now, or before where it is gone. */
  readonly page: string;
  readonly status: "changed" | "added" | "removed";
  readonly before?: string;
  readonly now?: string;
  readonly verdict?: {readonly before?: string; readonly now?: string};
}
