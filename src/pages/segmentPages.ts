import type {Segmentation} from "../../data-loaders/config/segments.ts";
import type {PageSegment} from "./pageSource.ts";

/** `New-baby household` → `new-baby-household`: small ASCII letters, digits and single hyphens; may be empty. */
export function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** Folder and navigation group of a segmentation's pages: `profile` → `profiles`, `age_group` → `age-groups`. */
export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/**
 * The segments of a segmentation as pages: each with a slug that no other segment of the report has, since slugs
 * begin the ids of figures. A label without any Latin letter or digit goes by its number.
 */
export function pageSegments({name, segments}: Segmentation, taken: Set<string>): readonly PageSegment[] {
  return segments.map(({label, say = ""}, code) => {
    const stem =
      slugOf(label).replace(/^(?=[0-9])/, `${slugOf(name)}-`) || `${slugOf(name) || "segment"}-${code + 1}`;
    let slug = stem;
    for (let n = 2; taken.has(slug); n++) slug = `${stem}-${n}`;
    taken.add(slug);
    return {segmentation: name, label, slug, say};
  });
}
