import type {Path} from "../../config/path.ts";
import type {Example} from "./exampleWords.ts";

/** What a proof found out about a segmentation. */
export interface Finding {
  readonly kind: FindingKind;
  /** The segment it is about. */
  readonly label?: string;
  /** The other segment of an overlap. */
  readonly with?: string;
  /** In `segments.yaml`. */
  readonly path: Path;
  readonly message: string;
  /** Values that show it. */
  readonly example?: Example;
}

export type FindingKind = (typeof STOPPING)[number] | (typeof TOLD)[number];

/** Faults of the rules: the build stops. */
const STOPPING = ["empty rule", "unreachable rule", "overlap", "uncovered", "needless else"] as const;

/** What may be meant so. */
const TOLD = [
  "never true",
  "always true",
  "impossible value",
  "empty bin",
  "empty pair",
  "empty segment",
  "few customers",
  "not proved"
] as const;

export const stops = ({kind}: Finding): boolean => STOPPING.some((one) => one === kind);
