import {quoted} from "../path.ts";

/** Why a text is no number, with what was probably meant. */
export function notNumber(text: string): string {
  return `a number is needed, not the text ${quoted(text)}${hint(text.trim())}`;
}

function hint(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return "; take away the quotes";
  if (/^\d{1,3}([,'’ \u00a0]\d{3})+$/.test(text)) return `; did you mean ${text.replace(/\D/g, "")}?`;
  if (/^-?\d+,\d+$/.test(text)) return `; did you mean ${text.replace(",", ".")}?`;
  const percent = /^(\d+(\.\d+)?)[\s%]*%$/.exec(text);
  if (percent) return `; did you mean ${percent[1]}%?`;
  const number = /-?\d+(\.\d+)?/.exec(text);
  return number ? `; write only the number: ${number[0]}` : "";
}
