import {join} from "node:path";
import {describe, expect} from "vitest";
import {attacksOf} from "../attacks.ts";
import type {PlanWorld} from "../../publish/plan/planWorld.ts";
import {ASKED, askFor, auditedWorld} from "./auditedWorld.ts";
import {cellBounds} from "./cellBounds.ts";
import {toldBy} from "./told.ts";
import type {Cell, Told} from "./told.ts";

const minute = 60_000;
const {attack} = attacksOf(
  "privacy of bounds across versions",
  "groups between two versions' segments are bounded by linear programmes over both"
);

/** What both say: the same people, in segments of either. */
function together(...versions: readonly Told[]): Told {
  return {
    known: new Map(versions.flatMap(({known}) => [...known])),
    hidden: versions.flatMap(({hidden}) => hidden),
    labels: new Map(versions.flatMap(({labels}) => [...labels]))
  };
}

const SEGMENTATION =
  "  age_group:\n    title: Age group\n    by: customer.age\n    bins: [{ label: Under 35, below: 35 }, { label: 35 and over }]\n";

const withAgeBand = ASKED.map(({id, measure, by}) => ({
  id: id.replace("age-group", "age-band"),
  measure,
  by: by.map((name) => (name === "age_group" ? "age_band" : name))
})).filter(({by}) => !by.includes("age_by_region"));
const withoutCross = ASKED.filter(({by}) => !by.includes("age_by_region"));

/** Publishes with age_group, then with the same under another name and with another cut. */
async function renamed(world: PlanWorld, below: number): Promise<Told> {
  world.edit("config/segments.yaml", [
    "  age_by_region:\n    title: Age by region\n    cross: [age_group, region]\n",
    ""
  ]);
  askFor(world, withoutCross);
  await world.publish("1.0.0");
  world.edit("config/segments.yaml", [
    SEGMENTATION,
    SEGMENTATION.replace("age_group", "age_band")
      .replace("Age group", "Age band")
      .replace("Under 35, below: 35", `Younger, below: ${below}`)
      .replace("35 and over", "Older")
  ]);
  askFor(world, withAgeBand);
  await world.publish("1.1.0");
  const at = (version: string): string => join(world.folders.dist, version);
  return together(toldBy(at("1.0.0"), withoutCross), toldBy(at("1.1.0"), withAgeBand));
}

describe("two versions of the same people", () => {
  for (const [seed, customers, below] of [
    [1, 200, 34],
    [2, 200, 36],
    [3, 300, 34],
    [4, 300, 36]
  ] as const)
    attack(
      `tell no group between a segment and its new name, of ${customers} customers, cut at ${below}`,
      2 * minute,
      async () => {
        const told = await renamed(auditedWorld(seed, customers), below);
        const [inner, outer] =
          below < 35
            ? ["age_band=Older", "age_group=Under 35"]
            : ["age_band=Younger", "age_group=35 and over"];
        const never: Cell =
          below < 35 ? "age_band=Younger|age_group=35 and over" : "age_band=Older|age_group=Under 35";
        const between: Cell = `${inner}|${outer}`;
        const isPossible = (cell: Cell): boolean =>
          !never.split("|").every((pair) => cell.split("|").includes(pair));
        for (const part of ["customers", "orders", "spend"] as const) {
          const {low, high} = cellBounds(told, part, isPossible)(between);
          expect(high - low, `${part} of ${between}: ${low} to ${high}`).toBeGreaterThan(
            part === "spend" ? 0.1 * high : 1.5
          );
        }
      }
    );
});
