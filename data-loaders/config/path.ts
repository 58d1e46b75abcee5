/** The way to a value in a YAML file: `["segmentations", "loyalty", "bins", 0, "up_to"]`. */
export type Path = readonly (string | number)[];

const PLAIN = /^[\w.-]{1,60}$/;

/** `segmentations.region.map."New England"[2]` */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index ? "." : ""}${name(part)}`))
    .join("");
}

function name(part: string): string {
  return PLAIN.test(part) ? part : quoted(part);
}

const LONGEST = 60;

/** The text in quotes, cut where it is too long for a message. */
export function quoted(text: string): string {
  return text.length > LONGEST ? `"${text.slice(0, LONGEST)}…"` : `"${text}"`;
}
