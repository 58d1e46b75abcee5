import {expect, it} from "vitest";
import {plainDimensions} from "../../data-loaders/aggregates/dimensions.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {jointGates} from "../../data-loaders/analyses/jointGates.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";

const made = (name: string): CodedDimension => ({
  name,
  title: name,
  grain: "item",
  keyedBy: "product",
  labels: ["one"],
  ordered: false,
  codes: new Uint16Array(new SharedArrayBuffer(2))
});

function table(name: string, customers: number): RawAggregate {
  return {
    dimensions: plainDimensions([made(name)]),
    cells: 1,
    parts: {customers: Float64Array.of(customers)}
  };
}

it("tables and what was made for them stand in the order of the gates, whoever asks first; each gets its own", async () => {
  const orders: string[][] = [];
  for (const turn of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0]
  ]) {
    const gates = jointGates(1, 3, (raw, dimensions) => {
      orders.push([...raw.map((each) => each.dimensions[0]!.name), ...dimensions.map(({name}) => name)]);
      return raw.map((each) => discloseAlone(each, 1));
    });
    const answers = new Map(
      turn.map((at) => [
        at,
        gates[at]!.disclose([table(`a${at}`, at), table(`b${at}`, at)], [made(`made${at}`)])
      ])
    );
    for (const [at, answer] of answers)
      expect((await answer).map(({parts, dimensions}) => [dimensions[0]!.name, parts.customers[0]])).toEqual([
        [`a${at}`, at],
        [`b${at}`, at]
      ]);
  }
  expect(orders[0]).toEqual(["a0", "b0", "a1", "b1", "a2", "b2", "made0", "made1", "made2"]);
  expect(orders).toEqual([orders[0], orders[0], orders[0]]);
});
