/** Grain: one link between two nodes. */
export interface Links {
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Links without which two nodes would no longer be joined (Tarjan 1974, "A note on finding the bridges of a graph").
 * Where nodes are the rows and columns of a table with known totals and links are its hidden cells, exactly the
 * bridges are cells that follow from the totals.
 * @returns places of the bridges in `from` and `to`
 */
export function bridges({nodes, from, to}: Links): readonly number[] {
  const around = neighbours(nodes, from, to);
  const seenAt = new Int32Array(nodes).fill(-1);
  const reach = new Int32Array(nodes);
  const found: number[] = [];
  let clock = 0;
  for (let root = 0; root < nodes; root++) {
    if (seenAt[root] !== -1) continue;
    const path: {node: number; by: number; next: number}[] = [{node: root, by: -1, next: 0}];
    seenAt[root] = reach[root] = clock++;
    while (path.length > 0) {
      const top = path.at(-1)!;
      const link = around[top.node]![top.next++];
      if (link === undefined) {
        path.pop();
        const above = path.at(-1);
        if (!above) continue;
        reach[above.node] = Math.min(reach[above.node]!, reach[top.node]!);
        if (reach[top.node]! > seenAt[above.node]!) found.push(top.by);
      } else if (link !== top.by) {
        const node = from[link] === top.node ? to[link]! : from[link]!;
        if (seenAt[node] === -1) {
          seenAt[node] = reach[node] = clock++;
          path.push({node, by: link, next: 0});
        } else reach[top.node] = Math.min(reach[top.node]!, seenAt[node]!);
      }
    }
  }
  return found.sort((a, b) => a - b);
}

function neighbours(nodes: number, from: readonly number[], to: readonly number[]): number[][] {
  const around: number[][] = Array.from({length: nodes}, () => []);
  for (const [link, node] of from.entries()) {
    around[node]!.push(link);
    around[to[link]!]!.push(link);
  }
  return around;
}
