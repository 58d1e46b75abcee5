import {system} from "./simplex.ts";
import type {Constraint} from "./simplex.ts";
import {cellOf, keyOf, pairsOf, partsOf} from "./told.ts";
import type {Cell, Part, Told} from "./told.ts";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What a reader can say of any cell of a part: every cell is a sum of base cells, one for each combination of the
 * segmentations, and of the days or departments. Customers do not add up over days or departments, so these are taken
 * one by one; there, no group has more customers than it has in all.
 * @param isPossible whether anybody may be in this combination of segments
 */
export function cellBounds(
  told: Told,
  part: Part,
  isPossible: (group: Cell) => boolean = () => true
): (cell: Cell) => Bounds {
  const groups = crossed([...told.labels].filter(([name]) => partsOf(`${name}=x`).split === "")).filter(
    isPossible
  );
  const solved = new Map<string, ReturnType<typeof solverOf>>();
  return (cell) => {
    const {split} = partsOf(cell);
    const dimensions = pairsOf(split).map(([name]) => name);
    const key = part === "customers" ? split : dimensions.join();
    const splits =
      part === "customers"
        ? [...new Set(["", split])]
        : crossed(dimensions.map((name) => [name, told.labels.get(name)!]));
    const solver = solved.get(key) ?? solverOf(told, part, groups, splits);
    solved.set(key, solver);
    return solver(cell);
  };
}

function crossed(labels: readonly (readonly [string, readonly string[]])[]): Cell[] {
  return labels.reduce<Cell[]>(
    (cells, [name, all]) =>
      cells.flatMap((cell) => all.map((label) => cellOf([...pairsOf(cell), [name, label]]))),
    [""]
  );
}

const lies = (cell: Cell, within: Cell): boolean => {
  const pairs = new Set(cell.split("|"));
  return pairsOf(within).every((pair) => pairs.has(pair.join("=")));
};

function solverOf(
  {known, hidden}: Told,
  part: Part,
  groups: readonly Cell[],
  splits: readonly Cell[]
): (cell: Cell) => Bounds {
  const isOfCustomers = part === "customers";
  const base = splits.flatMap((split) =>
    groups.map((group) => ({split, cell: cellOf([...pairsOf(group), ...pairsOf(split)])}))
  );
  const sumOf = (cell: Cell): ReadonlyMap<number, number> => {
    const {split: own} = partsOf(cell);
    return new Map(
      base.flatMap(({split, cell: one}, at) =>
        lies(one, cell) && (!isOfCustomers || split === own) ? [[at, 1] as const] : []
      )
    );
  };
  const isHere = (cell: Cell): boolean => {
    const {split} = partsOf(cell);
    if (isOfCustomers) return splits.includes(split);
    const names = new Set(splits.flatMap((one) => pairsOf(one).map(([name]) => name)));
    return pairsOf(split).every(([name]) => names.has(name));
  };
  const constraints: Constraint[] = [];
  for (const [key, value] of known) {
    const cell = key.slice(part.length + 1);
    if (key === keyOf(part, cell) && isHere(cell)) constraints.push({of: sumOf(cell), is: "equal", value});
  }
  for (const {cell, part: of, atLeast, atMost} of hidden) {
    if (of !== part || !isHere(cell)) continue;
    if (atLeast > 0) constraints.push({of: sumOf(cell), is: "at least", value: atLeast});
    if (atMost !== undefined) constraints.push({of: sumOf(cell), is: "at most", value: atMost});
  }
  if (isOfCustomers && splits.length > 1)
    for (let at = 0; at < groups.length; at++)
      constraints.push({
        of: new Map([
          [at, -1],
          [groups.length + at, 1]
        ]),
        is: "at most",
        value: 0
      });
  const {least} = system(base.length, constraints);
  return (cell) => {
    const sum = sumOf(cell);
    const low = least(sum);
    return {low, high: -least(new Map([...sum].map(([at]) => [at, -1])))};
  };
}
