/** The text, cut where it is longer than its space. */
export const cut = (text: string, space: number): string =>
  text.length > space ? `${text.slice(0, Math.max(0, space - 1))}…` : text;

/** The title, and the name in the file where it is not the same. */
export const heading = (name: string, title: string): string =>
  title.toLowerCase() === name.replaceAll("_", " ") ? title : `${title} (${name})`;
