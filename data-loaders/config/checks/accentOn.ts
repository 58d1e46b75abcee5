import {contrast, GROUNDS} from "./contrast.ts";

/** Text is readable from here on (WCAG 2.2, 1.4.3, level AA). */
const LEAST = 4.5;

const toward = {light: 0, dark: 255} as const;

/** Why a colour cannot be the accent on a ground: the contrast it has, and a shade of it that can be read. */
export function accentMessage(colour: string, ground: keyof typeof GROUNDS): string | undefined {
  const has = contrast(colour, GROUNDS[ground]);
  if (has >= LEAST) return undefined;
  const told = `${(Math.floor(has * 10) / 10).toFixed(1)}:1 on the ${ground} ground ${GROUNDS[ground]}`;
  return `has a contrast of ${told}, and text needs ${LEAST}:1; "${readableOn(colour, ground)}" has enough`;
}

/** The colour itself where it can be read on the ground, else the nearest darker or lighter shade of it that can. */
export function readableOn(colour: string, ground: keyof typeof GROUNDS): string {
  for (let step = 0; step <= 100; step++) {
    const shade = mixed(colour, toward[ground], step / 100);
    if (contrast(shade, GROUNDS[ground]) >= LEAST) return shade;
  }
  throw new Error(`no shade of ${colour} can be read on ${GROUNDS[ground]}`);
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
