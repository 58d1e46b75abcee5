import {describe, expect, it} from "vitest";
import {compactText} from "../../publish/pdf/compactText.ts";
import type {Operation} from "../../publish/pdf/contentStream.ts";
import {contentStream, operations} from "../../publish/pdf/contentStream.ts";
import {dropRepeats} from "../../publish/pdf/dropRepeats.ts";
import {seeded} from "../seeded.ts";

const widths = new Map([
  [1, 500],
  [2, 250],
  [3, 900]
]);
const fonts = new Map([["F1", {widths, missing: 1000}]]);

/** Where each glyph stands, by the rules of ISO 32000-1, 9.4: a slow reading of its own. */
function glyphs(all: readonly Operation[]): [string, number, number][] {
  const found: [string, number, number][] = [];
  let [lineX, lineY, x, size] = [0, 0, 0, 0];
  const show = (hex: string) => {
    for (const [code] of hex.matchAll(/[\dA-F]{4}/g)) {
      found.push([code, x, lineY]);
      x += ((widths.get(Number.parseInt(code, 16)) ?? 1000) * size) / 1000;
    }
  };
  for (const {operator, operands} of all) {
    if (operator === "Tf") size = Number(operands[1]);
    else if (operator === "Tm")
      [lineX, lineY, x] = [Number(operands[4]), Number(operands[5]), Number(operands[4])];
    else if (operator === "Td") {
      lineX += Number(operands[0]);
      lineY += Number(operands[1]);
      x = lineX;
    } else if (operator === "Tj") show(operands[0]!);
    else if (operator === "TJ")
      for (const [, hex, move] of operands[0]!.matchAll(/<([^>]*)>|(-?[\d.]+)/g))
        if (hex !== undefined) show(hex);
        else x -= (Number(move) * size) / 1000;
  }
  return found;
}

function randomText(seed: number): Operation[] {
  const random = seeded(seed).next;
  const all = ["BT", "/F1 10 Tf", "1 0 0 -1 20 700 Tm"];
  for (let letter = 0; letter < 40; letter++) {
    const code = 1 + Math.floor(random() * 3);
    all.push(`<000${code}> Tj`);
    const advance = widths.get(code)! / 100 + (random() < 0.3 ? random() * 2 - 1 : (random() - 0.5) * 0.02);
    if (random() < 0.9) all.push(`${advance.toFixed(3)} ${random() < 0.1 ? "-12" : "0"} Td`);
  }
  return operations([...all, "ET"].join("\n"));
}

describe("joined text", () => {
  it("shows the same letters in the same places, in fewer operations", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const before = randomText(seed);
      const after = operations(contentStream(compactText(before, fonts)));
      const [was, is] = [glyphs(before), glyphs(after)];
      expect(is.map(([code]) => code)).toEqual(was.map(([code]) => code));
      is.forEach(([, x, y], at) => {
        expect(Math.abs(x - was[at]![1])).toBeLessThan(0.2);
        expect(y).toBe(was[at]![2]);
      });
      expect(after.length).toBeLessThan(before.length * 0.7);
    }
  });

  it("joins a line whose letters follow one another", () => {
    const line = operations("/F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 2.5 0 Td <0003> Tj");
    expect(contentStream(compactText(line, fonts))).toBe("/F1 10 Tf\n<000100020003> Tj");
  });
});

it("leaves out what is set already, as far as q and Q keep it", () => {
  const kept = (text: string) => contentStream(dropRepeats(operations(text))).replaceAll("\n", " ");
  expect(kept("1 0 0 rg 1 0 0 rg 0 0 1 1 re f")).toBe("1 0 0 rg 0 0 1 1 re f");
  expect(kept("1 0 0 rg q 0 1 0 rg Q 1 0 0 rg f")).toBe("1 0 0 rg q 0 1 0 rg Q f");
  expect(kept("q 1 0 0 rg Q 1 0 0 rg f")).toBe("q 1 0 0 rg Q 1 0 0 rg f");
  expect(kept("/G1 gs 2 w /G1 gs")).toBe("/G1 gs 2 w /G1 gs");
});
