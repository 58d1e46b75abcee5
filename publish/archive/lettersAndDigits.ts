/** A text as a name of small letters, digits and one sign between: `who-shops-when`. */
export function lettersAndDigits(text: string, between: "-" | "_"): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, between);
  return plain.replace(/^[-_]+|[-_]+$/g, "") || "report";
}
