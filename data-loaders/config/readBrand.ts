import {join} from "node:path";
import type {Brand, HeadingFace, Logo} from "./brand.ts";
import {SHIPPED_FACES} from "./brand.ts";
import {bytesOf, readLogo} from "./brands/readLogo.ts";
import {accentMessage, readableOn} from "./checks/accentOn.ts";
import {problemList} from "./problemList.ts";
import type {Reading} from "./reading.ts";
import type {YamlFile} from "./readYaml.ts";
import {brand} from "./shapes/brand.ts";
import type {WrittenBrand} from "./shapes/brand.ts";
import {whole} from "./shapes/draft.ts";
import type {Draft} from "./shapes/draft.ts";
import {shaped} from "./shapes/shaped.ts";
import {suggestion} from "./suggestion.ts";

/** Reads `brand.yaml` and the files that it names, which lie beside it in `folder`. */
export function brandReading(yaml: YamlFile, folder: string): Reading<Brand> {
  const problems = problemList(yaml);
  const draft: Draft<WrittenBrand> = shaped({brand}, yaml.value, [], problems) ?? {};
  const {logo, accent, accent_dark, headings} = draft;
  const told = <Value>(key: string, read: Value | string): Value | undefined => {
    if (typeof read !== "string") return read;
    problems.add([key], read);
    return undefined;
  };
  const read = {
    logo: logo === undefined ? undefined : told<Logo>("logo", readLogo(folder, logo)),
    headings:
      headings === undefined ? undefined : told<HeadingFace>("headings", headingFace(folder, headings))
  };
  if (accent !== undefined) told("accent", accentMessage(accent, "light"));
  if (accent_dark !== undefined) told("accent_dark", accentMessage(accent_dark, "dark"));
  if (accent_dark !== undefined && accent === undefined)
    problems.add(["accent_dark"], "stands beside `accent`, the colour on the light ground", "key");
  return {problems: problems.list, exact: () => exactBrand(whole<WrittenBrand>(draft), read)};
}

function exactBrand(
  {name, accent, accent_dark}: WrittenBrand,
  {logo, headings}: {readonly logo: Logo | undefined; readonly headings: HeadingFace | undefined}
): Brand {
  return {
    ...(name !== undefined && {name}),
    ...(logo && {logo}),
    ...(accent !== undefined && {
      accent: {light: accent, dark: accent_dark ?? readableOn(accent, "dark")}
    }),
    ...(headings && {headings})
  };
}

/** A face that comes along, or a web font beside brand.yaml. */
function headingFace(folder: string, written: string): HeadingFace | string {
  const shipped = SHIPPED_FACES.find((name) => name === written);
  if (shipped) return {kind: "shipped", name: shipped};
  const name = /^([\w][\w -]*)\.woff2$/i.exec(written)?.[1];
  if (name === undefined)
    return `unknown face${suggestion(written, SHIPPED_FACES)}; or a file beside brand.yaml that ends in .woff2`;
  const path = join(folder, written);
  const content = bytesOf(path);
  if (content === undefined) return `there is no file ${written} beside brand.yaml`;
  const isFont = Buffer.from(content.subarray(0, 4)).toString("latin1") === "wOF2";
  return isFont ? {kind: "own", name: name.replace(/[-_]+/g, " "), path} : "is no font in the format WOFF2";
}
