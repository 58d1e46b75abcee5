/**
 * Width of a text in pixels, estimated: there is no font at build time. Shares of an em are Source Sans 3's,
 * rounded up, so that what is said to fit does fit.
 */
export function textWidth(text: string, font: number): number {
  let ems = 0;
  for (const character of text) ems += emOf(character);
  return ems * font;
}

function emOf(character: string): number {
  if (/[iljtfI.,:;'’!|() ·]/.test(character)) return 0.29;
  if (/[mwMW@%&—]/.test(character)) return 0.84;
  if (/[A-Z]/.test(character)) return 0.6;
  return character.codePointAt(0)! > 0x2e80 ? 1 : 0.51;
}

/** The text, or as much of it as fits, with an ellipsis. Charts only: tables and tips carry the whole text. */
export function fitText(text: string, font: number, room: number): string {
  if (textWidth(text, font) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, font) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
