import type {Segmentation, Test, When} from "../../../data-loaders/config/segments.ts";
import type {RandomSegments, Value} from "./randomSegments.ts";
import {isUnnamed} from "./randomSegments.ts";

/** Values of all subjects together, and the label they have in each segmentation; undefined: in none. */
export type World = Map<string, Value>;

/** What proofs should say, from trying every combination of values: `overlap second_rules rule 0 rule 2`. */
export function bruteForce(random: RandomSegments): Set<string> {
  const {segments, subjects} = random;
  const worlds = worldsOf(subjects.map(({name, values}) => [name, values]));
  for (const world of worlds)
    for (const segmentation of segments.segmentations)
      world.set(segmentation.name, labelIn(segmentation, world));
  const named = worlds.filter((world) => !subjects.some(({name}) => isUnnamed(world.get(name), random)));
  return new Set(
    segments.segmentations.flatMap((segmentation) =>
      verdicts(segmentation, worlds, named, segments.segmentations)
    )
  );
}

export function worldsOf(subjects: readonly (readonly [string, readonly Value[]])[]): World[] {
  let worlds: World[] = [new Map()];
  for (const [name, values] of subjects)
    worlds = worlds.flatMap((world) => values.map((value) => new Map([...world, [name, value]])));
  return worlds.filter(isPossible);
}

/** Shares of a customer's items by department are no more than all items together. */
export function isPossible(world: World): boolean {
  const shares = [world.get("pet_share"), world.get("baby_share")].filter(
    (value) => typeof value === "number"
  );
  return shares.reduce((sum, share) => sum + share, 0) <= 1.0000001;
}

export function holds(when: When, world: World): boolean {
  if ("all" in when) return when.all.every((part) => holds(part, world));
  if ("any" in when) return when.any.some((part) => holds(part, world));
  if ("not" in when) return !holds(when.not, world);
  return passes(when.test, world.get(when.subject));
}

function passes(test: Test, value: Value): boolean {
  if (test.missing !== undefined) return test.missing === (value === undefined);
  if (value === undefined) return false;
  if (test.in) return test.in.includes(value);
  const number = value as number;
  if (test.from !== undefined && number < test.from) return false;
  if (test.above !== undefined && number <= test.above) return false;
  if (test.up_to !== undefined && number > test.up_to) return false;
  return test.below === undefined || number < test.below;
}

export function labelIn(segmentation: Segmentation, world: World): string | undefined {
  switch (segmentation.kind) {
    case "bins": {
      const value = world.get(segmentation.by);
      if (value === undefined) return segmentation.missing;
      for (const {label, up_to, below} of segmentation.bins) {
        if (up_to !== undefined && (value as number) > up_to) continue;
        if (below !== undefined && (value as number) >= below) continue;
        return label;
      }
      return undefined;
    }
    case "map": {
      const value = world.get(segmentation.by);
      if (value === undefined) return segmentation.missing;
      return segmentation.map.find(({values}) => values.includes(value))?.label;
    }
    case "rules":
      return segmentation.rules.find(({when}) => holds(when, world))?.label ?? segmentation.else;
    case "cross": {
      const [a, b] = segmentation.of.map((name) => world.get(name));
      return a === undefined || b === undefined ? undefined : `${a} · ${b}`;
    }
  }
}

function verdicts(
  segmentation: Segmentation,
  worlds: readonly World[],
  named: readonly World[],
  all: readonly Segmentation[]
): string[] {
  const {name} = segmentation;
  const label = (world: World) => world.get(name);
  const lost = named.some((world) => label(world) === undefined) ? [`uncovered ${name}`] : [];
  if (segmentation.kind === "bins")
    return segmentation.bins
      .filter((bin) => !worlds.some((world) => label(world) === bin.label))
      .map((bin) => `empty bin ${name} ${bin.label}`);
  if (segmentation.kind === "map") return lost;
  if (segmentation.kind === "rules") return [...ruleVerdicts(segmentation, worlds), ...lost];
  const [rows, columns] = segmentation.of.map((one) => {
    const {segments} = all.find((other) => other.name === one)!;
    return segments.filter((segment) => worlds.some((world) => world.get(one) === segment.label));
  }) as unknown as [Segmentation["segments"], Segmentation["segments"]];
  const [a, b] = segmentation.of;
  const isNever = rows.some((row) =>
    columns.some(
      (column) => !worlds.some((world) => world.get(a) === row.label && world.get(b) === column.label)
    )
  );
  return isNever ? [`empty pair ${name}`] : [];
}

function ruleVerdicts(
  {name, rules, match, else: otherwise}: Extract<Segmentation, {kind: "rules"}>,
  worlds: readonly World[]
): string[] {
  const found: string[] = [];
  for (const [at, rule] of rules.entries()) {
    const own = worlds.filter((world) => holds(rule.when, world));
    if (own.length === 0) found.push(`empty rule ${name} ${rule.label}`);
    else if (
      match === "first" &&
      own.every((world) => rules.slice(0, at).some(({when}) => holds(when, world)))
    )
      found.push(`unreachable rule ${name} ${rule.label}`);
    else if (match === "unique")
      for (const other of rules.slice(0, at))
        if (own.some((world) => holds(other.when, world)))
          found.push(`overlap ${name} ${rule.label} ${other.label}`);
  }
  if (otherwise !== undefined && !worlds.some((world) => world.get(name) === otherwise))
    found.push(`needless else ${name} ${otherwise}`);
  return found;
}
