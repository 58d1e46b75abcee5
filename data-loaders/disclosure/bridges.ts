/** Grain: one link between two nodes. */
export interface Links {
  readonly nodes: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/**
 * Links without which two nodes would no longer be joined (Tarjan 1974, "A note on finding the bridges of a graph").
 * Where nodes are the rows and columns of a table with known totals and links are its hidden cells, exactly the
 * bridges are cells that follow from the totals.
 * @returns places of the bridges in `from` and `to`
 */
export function bridges({nodes, from, to}: Links): readonly number[] {
  const {start, links} = linksOfNodes({nodes, from, to});
  const next = start.slice();
  const seenAt = new Int32Array(nodes).fill(-1);
  const reach = new Int32Array(nodes);
  const path = new Int32Array(nodes + 1);
  const cameBy = new Int32Array(nodes).fill(-1);
  const found: number[] = [];
  let clock = 0;
  for (let root = 0; root < nodes; root++) {
    if (seenAt[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    seenAt[root] = reach[root] = clock++;
    while (depth >= 0) {
      const node = path[depth]!;
      if (next[node]! === start[node + 1]!) {
        depth--;
        if (depth < 0) break;
        const above = path[depth]!;
        if (reach[node]! < reach[above]!) reach[above] = reach[node]!;
        if (reach[node]! > seenAt[above]!) found.push(cameBy[node]!);
        continue;
      }
      const link = links[next[node]!++]!;
      if (link === cameBy[node]) continue;
      const other = from[link] === node ? to[link]! : from[link]!;
      if (seenAt[other] === -1) {
        seenAt[other] = reach[other] = clock++;
        cameBy[other] = link;
        path[++depth] = other;
      } else if (seenAt[other]! < reach[node]!) reach[node] = seenAt[other]!;
    }
  }
  return found.sort((a, b) => a - b);
}

/** The links of each node, one node after another. */
function linksOfNodes({nodes, from, to}: Links): {
  readonly start: Int32Array;
  readonly links: Int32Array;
} {
  const start = new Int32Array(nodes + 1);
  for (let link = 0; link < from.length; link++) {
    start[from[link]! + 1]!++;
    start[to[link]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const place = start.slice();
  const links = new Int32Array(2 * from.length);
  for (let link = 0; link < from.length; link++) {
    links[place[from[link]!]!++] = link;
    links[place[to[link]!]!++] = link;
  }
  return {start, links};
}
