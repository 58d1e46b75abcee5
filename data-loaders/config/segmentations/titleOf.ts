/** "Order frequency" for `order_frequency`. */
export function titleOf(name: string, title: string | undefined): string {
  if (title !== undefined) return title.trim();
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
