import {describe, expect, it} from "vitest";
import {attacksOf} from "../attacks.ts";
import {ASKED, auditedWorld} from "./auditedWorld.ts";
import {cellBounds} from "./cellBounds.ts";
import {keyOf, toldBy} from "./told.ts";
import type {Part, Told} from "./told.ts";

const minute = 60_000;
const {attack} = attacksOf(
  "privacy of bounds",
  "hidden cells are bounded by linear programmes over everything that is published"
);

async function shownAndTrue(seed: number, customers: number): Promise<{told: Told; truth: Told}> {
  const world = auditedWorld(seed, customers);
  const told = toldBy(await world.publish("1.0.0"), ASKED);
  const open = auditedWorld(seed, customers);
  open.edit("config/report.yaml", [
    "customers_at_least: 10",
    "customers_at_least: 1, largest_customer_at_most: 100%"
  ]);
  return {told, truth: toldBy(await open.publish("1.0.0"), ASKED)};
}

const SIZES = [60, 120, 240, 400, 90, 180, 300, 600];
const SHOPS = [0, 1, 2, 3]
  .flatMap((turn) => SIZES.map((customers, at) => [turn * SIZES.length + at, customers] as const))
  .slice(0, process.env.CARTOGRAPH_FULL ? undefined : 4);

/** Hidden cells of few customers that can have one value only, or for money nearly one. */
function disclosed({told, truth}: {told: Told; truth: Told}): {secrets: number; found: string[]} {
  const found: string[] = [];
  let secrets = 0;
  const bounds = {
    customers: cellBounds(told, "customers"),
    orders: cellBounds(told, "orders"),
    items: cellBounds(told, "items"),
    spend: cellBounds(told, "spend")
  };
  for (const [key, value] of truth.known) {
    const [part, cell = ""] = key.split(/ (.*)/) as [Part, string];
    const customers = truth.known.get(keyOf("customers", cell));
    if (customers === undefined || customers === 0 || customers >= 10) continue;
    secrets++;
    const {low, high} = bounds[part](cell);
    expect(low, key).toBeLessThanOrEqual(value + 1e-3);
    expect(high, key).toBeGreaterThanOrEqual(value - 1e-3);
    const isPinned =
      part === "spend" ? high - low < 0.1 * value : Math.floor(high + 1e-4) <= Math.ceil(low - 1e-4);
    if (isPinned) found.push(`${key}: ${low.toFixed(2)} to ${high.toFixed(2)}`);
  }
  return {secrets, found};
}

describe("a version", () => {
  let all = 0;
  for (const [seed, customers] of SHOPS)
    attack(`of ${customers} customers, seed ${seed}, pins no hidden number`, 5 * minute, async () => {
      const {secrets, found} = disclosed(await shownAndTrue(seed, customers));
      all += secrets;
      expect(found).toEqual([]);
    });
  it("would be pinned if only small cells were hidden: the attack works", async () => {
    const {told, truth} = await shownAndTrue(2, 120);
    const large = [...truth.known].filter(([key]) => {
      const customers = truth.known.get(keyOf("customers", key.replace(/^\w+ /, "")));
      return customers !== undefined && (customers === 0 || customers >= 10);
    });
    const {found} = disclosed({told: {...told, known: new Map(large)}, truth});
    expect(found.length).toBeGreaterThan(10);
  });

  it("hides a lot, so that there is something to find", () => {
    expect(all).toBeGreaterThan(200);
  });
});
