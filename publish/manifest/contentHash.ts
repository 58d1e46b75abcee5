import type {MadeOf} from "./madeOf.ts";
import {digestOf} from "./digestOf.ts";

/** Eight digits that name data, configuration and pages: printed on every page of the PDFs, the same on every machine. */
export function contentHash(ingredients: MadeOf): string {
  const own = ingredients.filter(({kind}) => kind !== "code");
  return digestOf(own.map(({kind, name, digest}) => `${kind} ${name} ${digest}`).join("\n")).slice(0, 8);
}
