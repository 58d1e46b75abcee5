import {contrast, GROUNDS} from "./contrast.ts";

/** Text is readable from here on (WCAG 2.2, 1.4.3, level AA). */
const LEAST = 4.5;

/** Text in the accent stands on paper and on surfaces: `--paper` and `--surface` of src/theme/tokens.css. */
const TEXT_GROUNDS = {light: [GROUNDS.light, "#f4f2ed"], dark: [GROUNDS.dark, "#1e242b"]} as const;

type Ground = keyof typeof TEXT_GROUNDS;

const toward = {light: 0, dark: 255} as const;

/** Why a colour cannot be the accent on a ground: the contrast it has, and a shade of it that can be read. */
export function accentMessage(colour: string, ground: Ground): string | undefined {
  const [has, on] = lowest(colour, ground);
  if (has >= LEAST) return undefined;
  const told = `${(Math.floor(has * 10) / 10).toFixed(1)}:1 on the ${ground} ground ${on}`;
  return `has a contrast of ${told}, and text needs ${LEAST}:1; "${readableOn(colour, ground)}" has enough`;
}

/** The colour itself where it can be read on the ground, else the nearest darker or lighter shade of it that can. */
export function readableOn(colour: string, ground: Ground): string {
  for (let step = 0; step <= 100; step++) {
    const shade = mixed(colour, toward[ground], step / 100);
    if (lowest(shade, ground)[0] >= LEAST) return shade;
  }
  throw new Error(`no shade of ${colour} can be read on ${ground} ground`);
}

/** The lowest contrast on any of the grounds, and where. */
function lowest(colour: string, ground: Ground): readonly [has: number, on: string] {
  const all = TEXT_GROUNDS[ground].map((on) => [contrast(colour, on), on] as const);
  return all.reduce((low, each) => (each[0] < low[0] ? each : low));
}

function mixed(colour: string, other: number, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (other - part) * share)
        .toString(16)
        .padStart(2, "0")
    )
    .join("")}`;
}
