/** `New, Regular and Loyal`; empty for none. */
export function wordList(words: readonly string[]): string {
  const [last = "", ...rest] = [...words].reverse();
  return rest.length > 0 ? `${rest.reverse().join(", ")} and ${last}` : last;
}
