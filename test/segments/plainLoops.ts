/**
 * Segmentations as plain loops over rows of plain values, read from the YAML itself: nothing of the compiled rules is
 * used here, so that the two can be compared.
 */
export type Value = string | number | undefined;
export type Row = Readonly<Record<string, Value>>;

type Entries = Readonly<Record<string, unknown>>;

export interface YamlSegmentation extends Entries {
  readonly by?: string;
  readonly bins?: readonly Entries[] | Entries;
  readonly map?: Readonly<Record<string, unknown>>;
  readonly rules?: readonly Entries[];
  readonly cross?: readonly [string, string];
}

/** The label of each row; undefined where none takes it, and "two" where two unique rules do. */
export function plainLabels(
  {by = "", bins, map, rules, cross, ...rest}: YamlSegmentation,
  rows: readonly Row[]
): (string | undefined)[] {
  if (cross) return rows.map((row) => `${row[cross[0]]} · ${row[cross[1]]}`);
  const missing = labelOf(rest.missing);
  if (Array.isArray(bins)) return rows.map((row) => binLabel(bins, row[by]) ?? missing);
  if (bins) {
    const cut = cutBins(
      bins as Entries,
      rows.map((row) => row[by])
    );
    return rows.map((row) => binLabel(cut, row[by]) ?? missing);
  }
  if (map) return rows.map((row) => (row[by] === undefined ? missing : mapLabel(map, row[by])));
  return rows.map((row) => ruleLabel(rules!, rest.match ?? "first", labelOf(rest.else), row));
}

const labelOf = (written: unknown): string | undefined =>
  written === undefined
    ? undefined
    : typeof written === "string"
      ? written
      : String((written as Entries).label);

const number = (written: unknown): number =>
  typeof written === "string" ? Number(`${written.replace("%", "").trim()}e-2`) : (written as number);

function binLabel(bins: readonly Entries[], value: Value): string | undefined {
  if (value === undefined) return undefined;
  for (const bin of bins) {
    if (bin.up_to !== undefined && (value as number) <= number(bin.up_to)) return String(bin.label);
    if (bin.below !== undefined && (value as number) < number(bin.below)) return String(bin.label);
    if (bin.up_to === undefined && bin.below === undefined) return String(bin.label);
  }
  return undefined;
}

function cutBins({quantiles, labels}: Entries, values: readonly Value[]): readonly Entries[] {
  const known = values.filter((value) => value !== undefined) as number[];
  return (labels as unknown[]).map((label, at) => {
    if (at === Number(quantiles) - 1) return {label: labelOf(label)};
    const ends = [...new Set(known)].filter(
      (end) => known.filter((value) => value <= end).length * Number(quantiles) >= (at + 1) * known.length
    );
    return {label: labelOf(label), up_to: Math.min(...ends)};
  });
}

function mapLabel(map: Readonly<Record<string, unknown>>, value: Value): string | undefined {
  for (const [label, written] of Object.entries(map)) {
    const isGroup = typeof written === "object" && !Array.isArray(written);
    const values = [isGroup ? (written as Entries).values : written].flat();
    if (values.includes(value)) return label;
  }
  return undefined;
}

function ruleLabel(
  rules: readonly Entries[],
  match: unknown,
  otherwise: string | undefined,
  row: Row
): string | undefined {
  const holding = rules.filter(({when}) => holds(when as Entries, row)).map(({label}) => String(label));
  if (holding.length === 0) return otherwise;
  if (match === "all") return holding.join(" + ");
  return match === "unique" && holding.length > 1 ? "two" : holding[0];
}

export function holds(when: Entries, row: Row): boolean {
  for (const [key, part] of Object.entries(when)) {
    if (key === "all" && !(part as Entries[]).every((inner) => holds(inner, row))) return false;
    if (key === "any" && !(part as Entries[]).some((inner) => holds(inner, row))) return false;
    if (key === "not" && holds(part as Entries, row)) return false;
    if (!["all", "any", "not"].includes(key) && !passes(part, row[key])) return false;
  }
  return true;
}

function passes(test: unknown, value: Value): boolean {
  if (typeof test !== "object") return value === test;
  if (Array.isArray(test)) return test.includes(value);
  const {from, above, up_to, below, in: values, missing} = test as Entries;
  if (missing !== undefined) return (value === undefined) === missing;
  if (value === undefined) return false;
  if (values !== undefined && !(values as unknown[]).includes(value)) return false;
  if (from !== undefined && !((value as number) >= number(from))) return false;
  if (above !== undefined && !((value as number) > number(above))) return false;
  if (up_to !== undefined && !((value as number) <= number(up_to))) return false;
  return below === undefined || (value as number) < number(below);
}
