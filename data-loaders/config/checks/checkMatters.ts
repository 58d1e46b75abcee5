import {percentNumber} from "../conditions.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenMatters} from "../shapes/matters.ts";

/** What a measure says of itself that decides how its smallest difference may be written. */
interface Compared {
  readonly unit?: string | undefined;
  readonly matters?: Draft<WrittenMatters> | undefined;
}

/** Above 0, since every difference is larger than none; in points only where the value is printed in points. */
export function checkMatters({unit, matters}: Compared, path: Path, problems: ProblemList): void {
  const written = typeof matters === "string" ? percentNumber(matters) : matters?.points;
  if (written === undefined) return;
  const at = [...path, "matters", ...(typeof matters === "string" ? [] : ["points"])];
  if (!(written > 0)) {
    problems.add(at, "0 or less would make every difference worth acting on; write the smallest that is");
  } else if (typeof matters !== "string" && unit !== undefined && !["share", "index"].includes(unit)) {
    problems.add(
      [...path, "matters"],
      `points are of a share or an index; of ${unit} write a percent of everyone's value, such as 5%`
    );
  }
}
