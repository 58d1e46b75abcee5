/** Names in an order in which each stands after those it uses, and the names that use one another in a circle. */
export interface DependencyOrder {
  readonly order: readonly string[];
  /** Each circle once, beginning with the name that stands first: `["a", "b"]` where a uses b and b uses a. */
  readonly circles: readonly (readonly string[])[];
}

/** Keeps the given order where nothing is against it. Uses of unknown names count for nothing. */
export function dependencyOrder(uses: ReadonlyMap<string, readonly string[]>): DependencyOrder {
  const order = new Set<string>();
  const circles: string[][] = [];
  const place = (name: string, from: readonly string[]): void => {
    if (order.has(name) || !uses.has(name)) return;
    if (from.includes(name)) {
      circles.push(from.slice(from.indexOf(name)));
      return;
    }
    for (const used of uses.get(name) ?? []) place(used, [...from, name]);
    order.add(name);
  };
  for (const name of uses.keys()) place(name, []);
  return {order: [...order], circles};
}
