import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "../../../publish/manifest/manifest.ts";
import type {Plan} from "../../../publish/plan/plan.ts";
import {planWorld} from "./planWorld.ts";

/** Every count of customers, orders and products in the manifest and the changes of a version that rounds them. */
export async function changesOfRounded(to: number): Promise<number[]> {
  const world = planWorld();
  const rounding = [
    "privacy: { customers_at_least: 10 }",
    `privacy: { customers_at_least: 10, round_counts_to: ${to} }`
  ] as const;
  world.edit("config/report.yaml", rounding);
  await world.publish("1.0.0");
  world.edit("config/segments.yaml", ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"]);
  const folder = await world.publish("1.1.0");
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
  const {segmentations} = read<Manifest>("manifest.json");
  const sizes = segmentations.flatMap(({segments}) => segments.map(({size}) => size));
  const told = read<Plan>("changes.json").segmentations.flatMap(({segments, flow}) => [
    ...segments.flatMap(({before, by_old_rule, now, change}) => [before, by_old_rule, now, change]),
    flow?.moved,
    ...(flow?.moves.map(({size}) => size) ?? [])
  ]);
  return [...sizes, ...told].filter((size) => typeof size === "number");
}
