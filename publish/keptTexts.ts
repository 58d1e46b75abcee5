import {join} from "node:path";
import {readSections, writeSections} from "../data-loaders/baskets/sectionFile.ts";
import {newlyUsedTexts, recallTexts} from "../data-loaders/config/knownTexts.ts";

/** Grain: one entry per text. */
interface About {
  readonly texts: readonly string[];
  readonly lengths: readonly number[];
}

const VALUES = "values";

/** Recalls what the YAML of earlier runs said. Other code may read it otherwise, so it is part of the key. */
export function recallKeptTexts(cacheFolder: string, code: string): void {
  readSections(pathIn(cacheFolder), keyOf(code), ({about, read}) => {
    const bytes = read(VALUES);
    if (bytes) recallTexts(entries(about as About, new Uint8Array(bytes)));
  });
}

/** Keeps what the YAML of this run said for the next one. */
export function keepTexts(cacheFolder: string, code: string): void {
  const texts = newlyUsedTexts();
  if (!texts) return;
  const about: About = {texts: texts.map(([text]) => text), lengths: texts.map(([, value]) => value.length)};
  const array = Buffer.concat(texts.map(([, value]) => value));
  writeSections(pathIn(cacheFolder), keyOf(code), about, [{name: VALUES, array}]);
}

const pathIn = (cacheFolder: string): string => join(cacheFolder, "texts.part");
const keyOf = (code: string): string => `texts ${code}`;

function entries({texts, lengths}: About, bytes: Uint8Array): [text: string, value: Uint8Array][] {
  let end = 0;
  return texts.map((text, at) => {
    end += lengths[at]!;
    return [text, bytes.slice(end - lengths[at]!, end)];
  });
}
