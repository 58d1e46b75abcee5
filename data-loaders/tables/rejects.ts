import type {SetAside} from "./populationFlow.ts";

const LINES_KEPT = 5;

interface Tally {
  readonly reason: string;
  readonly because: string | undefined;
  readonly kind: SetAside["kind"];
  rows: number;
  lines: number[];
}

/** Counts rows set aside by reason and remembers the first few lines of each, never the row itself. */
export class Rejects {
  readonly #tallies = new Map<string, Tally>();

  add(reason: string, line: number, kind: SetAside["kind"] = "defect", because?: string): void {
    const tally =
      this.#tallies.get(reason) ??
      this.#tally({reason, kind, rows: 0, lines: [], ...(because !== undefined && {because})});
    tally.rows++;
    if (tally.lines.length < LINES_KEPT) tally.lines.push(line);
  }

  /** Adds what another part of the file rejected; its lines are shifted by the lines that stand before it. */
  merge(entries: readonly SetAside[], linesBefore = 0): void {
    for (const entry of entries) {
      const tally = this.#tally(entry);
      tally.rows += entry.rows;
      const lines = entry.lines.map((line) => line + linesBefore);
      tally.lines = [...tally.lines, ...lines].sort((a, b) => a - b).slice(0, LINES_KEPT);
    }
  }

  list(): SetAside[] {
    return [...this.#tallies.values()]
      .map(({reason, because, kind, rows, lines}) => ({
        reason,
        rows,
        kind,
        lines: [...lines].sort((a, b) => a - b),
        ...(because !== undefined && {because})
      }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1));
  }

  #tally({reason, because, kind}: SetAside): Tally {
    const found = this.#tallies.get(reason);
    if (found) return found;
    const made: Tally = {reason, because, kind, rows: 0, lines: []};
    this.#tallies.set(reason, made);
    return made;
  }
}

/** Several lists as one, by reason. */
export function joinSetAside(...lists: readonly (readonly SetAside[])[]): SetAside[] {
  const rejects = new Rejects();
  for (const list of lists) rejects.merge(list);
  return rejects.list();
}
