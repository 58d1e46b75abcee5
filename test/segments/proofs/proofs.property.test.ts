import {describe, expect, it} from "vitest";
import type {Finding} from "../../../data-loaders/segments/proofs/finding.ts";
import {segmentFindings} from "../../../data-loaders/segments/proofs/proveSegments.ts";
import {OTHER} from "../../../data-loaders/segments/proofs/variable.ts";
import {seeded} from "../../seeded.ts";
import {bruteForce, holds, isPossible, labelIn, worldsOf} from "./bruteForce.ts";
import type {World} from "./bruteForce.ts";
import {isUnnamed, randomSegments, UNNAMED} from "./randomSegments.ts";
import type {RandomSegments} from "./randomSegments.ts";

/** Kinds that trying out tells too; the others are of single tests. */
const COMPARED = [
  "empty rule",
  "unreachable rule",
  "overlap",
  "uncovered",
  "needless else",
  "empty bin",
  "empty pair"
];
const CASES = process.env.CARTOGRAPH_FULL === "1" ? 10_000 : 400;

const verdict = ({kind, path, label, with: other}: Finding): string =>
  [kind, path[1], label, other].filter((part) => part !== undefined).join(" ");

describe("proofs of random segmentations", () => {
  it("say what trying every combination of values says", () => {
    const disagreements: unknown[] = [];
    let open = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const random = randomSegments(seeded(seed));
      const findings = segmentFindings(random.segments, random.sources);
      const openNames = findings.filter(({kind}) => kind === "not proved").map(({path}) => `${path[1]}`);
      const compared = (one: string) => !openNames.some((name) => one.includes(name));
      const said = findings
        .filter(({kind}) => COMPARED.includes(kind))
        .map(verdict)
        .filter(compared);
      const tried = [...bruteForce(random)].filter(compared);
      if (said.sort().join() !== tried.sort().join()) disagreements.push({seed, said, tried});
      for (const finding of findings)
        if (finding.example && !isTrue(finding, random)) disagreements.push({seed, finding});
      open += openNames.length;
    }
    expect(disagreements).toEqual([]);
    expect(open).toBeLessThan(CASES / 200);
  }, 600_000);
});

/** Whether the example's values show what is said, whatever values other subjects have. */
function isTrue({kind, path, label, with: other, example}: Finding, random: RandomSegments): boolean {
  const {segments, subjects} = random;
  const segmentation = segments.segmentations.find(({name}) => name === path[1]);
  const given: World = new Map(
    [...example!].map(([{name}, value]) => [name, value === OTHER ? UNNAMED : value])
  );
  const free = subjects
    .filter(({name}) => !given.has(name))
    .map(
      ({name, values}) =>
        [name, kind === "uncovered" ? values.filter((value) => !isUnnamed(value, random)) : values] as const
    );
  return worldsOf(free).every((others) => {
    const world: World = new Map([...given, ...others]);
    if (!isPossible(world)) return true;
    for (const one of segments.segmentations) world.set(one.name, labelIn(one, world));
    if (segmentation?.kind !== "rules") return world.get(path[1] as string) === undefined;
    const taken = segmentation.rules.filter(({when}) => holds(when, world)).map((rule) => rule.label);
    if (kind === "uncovered") return taken.length === 0;
    if (kind === "overlap") return taken.includes(label!) && taken.includes(other!);
    return taken[0] !== label && taken.includes(label!);
  });
}
