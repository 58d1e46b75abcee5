import {expect, it} from "vitest";
import {askedCells, cellPlans, fillGroups} from "../../data-loaders/aggregates/cellPlan.ts";
import {blocksOf, customerBlock, readBlock} from "../../data-loaders/aggregates/customerBlock.ts";
import {jointPlans} from "../../data-loaders/aggregates/jointPlans.ts";
import {BLOCK} from "../../data-loaders/aggregates/partRows.ts";
import {productCells} from "../../data-loaders/aggregates/productCells.ts";
import type {ProductSums} from "../../data-loaders/aggregates/productCells.ts";
import {productTotals} from "../../data-loaders/aggregates/productTotals.ts";
import {NO_GAP} from "../../data-loaders/baskets/store.ts";
import {freeKernelMemory, kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";
import {plainCount} from "./plainCount.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

const {baskets, dimensions} = dimensioned(randomCustomers(5, 700));
const {plans} = cellPlans([askedCells({by: ["loyalty", "product"]}, dimensions)]);
const [plan] = jointPlans(plans).counted;

function counted(from: number, to: number, held: number): ProductSums {
  freeKernelMemory();
  const cells = productCells(plan!, baskets.products, held);
  const block = customerBlock(NO_GAP);
  const groups = kernelArray(Uint32Array, BLOCK);
  for (const [first, customers] of blocksOf(from, to)) {
    readBlock(baskets, first, customers, block, "orders");
    fillGroups(plan!, 1, first, customers, groups);
    cells.add(block, groups);
  }
  return cells.sums();
}

it.each([0, 30, 90, 300, 100_000])("counts segment × product, whatever is held back: %d numbers", (held) => {
  const parts = [counted(0, 300, held), counted(300, baskets.customers, held)];
  const {columns} = productTotals(parts, plan!.cells, baskets.price);
  const {parts: plain, largest_spend} = plainCount(["loyalty", "product"], dimensions, baskets);
  const told = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, [...values]]));
  expect(told).toEqual({...plain, largest_spend});
});
