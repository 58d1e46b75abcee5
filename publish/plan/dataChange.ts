import type {Manifest} from "../manifest/manifest.ts";
import type {DataChange, TableChange} from "./plan.ts";

/** Which tables are of other content than before. @param readOtherwise whether their contracts differ */
export function dataChange(
  before: Manifest["inputs"],
  now: Manifest["inputs"],
  readOtherwise: boolean
): DataChange {
  const names = [...new Set([...now, ...before].map(({table}) => table))];
  const tables = names.flatMap((table): TableChange[] => {
    const [old, current] = [before, now].map((inputs) => inputs.find((input) => input.table === table));
    if (old?.digest === current?.digest) return [];
    return [{table, ...(old && {before: old.rows_used}), ...(current && {now: current.rows_used})}];
  });
  return {changed: tables.length > 0, read_otherwise: readOtherwise, tables};
}
