import type {Manifest} from "../../publish/manifest/manifest.ts";

/** What a reader can say of a size: from `low` to `high`. */
export interface Bounds {
  low: number;
  high: number;
}

interface Sum {
  readonly whole: string | undefined;
  readonly parts: readonly string[];
}

/**
 * Bounds of every segment's size that follow from a manifest alone: all segments of a segmentation add up to everyone,
 * those of a cross to the segments that it crosses. Each sum narrows what is in it, until nothing gets narrower.
 */
export function sizeBounds({
  segmentations,
  customers,
  customers_at_least
}: Manifest): ReadonlyMap<string, Bounds> {
  const all = segmentations.filter(({grain}) => grain === "customer");
  const bounds = new Map<string, Bounds>();
  for (const {name, segments} of all)
    for (const {label, size} of segments)
      bounds.set(
        `${name}/${label}`,
        typeof size === "number"
          ? {low: size, high: size}
          : {low: 1, high: size === "few" ? customers_at_least - 1 : customers!}
      );
  const sums = all.flatMap(({name, segments}): Sum[] => {
    const parts = segments.map(({label}) => `${name}/${label}`);
    const crossed = all.flatMap((other) =>
      other.segments.flatMap(({label}): Sum[] => {
        const within = parts.filter((part) =>
          part
            .slice(name.length + 1)
            .split(" · ")
            .includes(label)
        );
        return other.name !== name && within.length > 0
          ? [{whole: `${other.name}/${label}`, parts: within}]
          : [];
      })
    );
    return [{whole: undefined, parts}, ...crossed];
  });
  while (sums.map((sum) => narrow(sum, bounds, customers!)).includes(true));
  return bounds;
}

function narrow({whole, parts}: Sum, bounds: ReadonlyMap<string, Bounds>, customers: number): boolean {
  const total = whole === undefined ? {low: customers, high: customers} : bounds.get(whole)!;
  const cells = parts.map((part) => bounds.get(part)!);
  const lows = cells.reduce((sum, {low}) => sum + low, 0);
  const highs = cells.reduce((sum, {high}) => sum + high, 0);
  let changed = tighten(total, lows, highs);
  for (const cell of cells)
    if (tighten(cell, total.low - (highs - cell.high), total.high - (lows - cell.low))) changed = true;
  return changed;
}

function tighten(cell: Bounds, low: number, high: number): boolean {
  if (low <= cell.low && high >= cell.high) return false;
  cell.low = Math.max(cell.low, low);
  cell.high = Math.min(cell.high, high);
  return true;
}
