import {elements} from "./describeElement.ts";

/** Language, title, one main heading, and ids that are used once. */
export function frameFaults(): string[] {
  const ids = elements("[id]").map(({id}) => id);
  const headings = elements("h1").length;
  return [
    ...(document.documentElement.lang ? [] : ["has no language"]),
    ...(document.title.trim() ? [] : ["has no title"]),
    ...(headings === 1 ? [] : [`has ${headings} main headings (h1), not one`]),
    ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `uses the id "${id}" twice`)
  ];
}
