import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {productOf} from "../../data-loaders/baskets/store.ts";

/** A table while it is hidden, cell by cell. */
interface Plain {
  readonly by: readonly CodedDimension[];
  readonly sizes: readonly number[];
  /** Cents by customer. */
  readonly customers: readonly ReadonlyMap<number, number>[];
  readonly codes: readonly (readonly number[])[];
  readonly secret: readonly boolean[];
  readonly hidden: boolean[];
}

/** Tells the code of a coarser dimension by that of a finer one. */
type Told = (code: number) => number;

/** The gate in plain loops, from sets of customers, as slow as it likes: what the real one hides this one hides, too. */
export function plainGate(
  queries: readonly (readonly string[])[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  {customersAtLeast: atLeast, largestCustomerAtMost: atMost}: Limits
): boolean[][] {
  const used = dimensions.filter(({name}) => queries.some((by) => by.includes(name)));
  const exposed = exposedSegments(used, atLeast);
  const all = queries.map((names): Plain => {
    const by = names.map((name) => used.find((one) => one.name === name)!);
    const customers = spenders(by, baskets);
    const codes = customers.map((_, cell) => codesOf(cell, by));
    const secret = customers.map(
      (spent, cell) =>
        spent.size > 0 &&
        (spent.size < atLeast ||
          isDominated([spent], atMost) ||
          by.some(({name}, at) => exposed.has(`${name} ${codes[cell]![at]}`)))
    );
    return {by, sizes: customers.map(({size}) => size), customers, codes, secret, hidden: [...secret]};
  });
  const limits = {customersAtLeast: atLeast, largestCustomerAtMost: atMost};
  const later: (() => void)[] = [];
  do {
    for (const hideSum of later.splice(0)) hideSum();
    for (const group of coarseToFine(all)) {
      const count = (): number => group.flatMap(({hidden}) => hidden.filter(Boolean)).length;
      for (let before = -1; before !== count(); ) {
        before = count();
        for (const table of group) {
          for (const coarse of all) hideInside(table, coarse);
          for (const [at, fine] of table.by.entries()) {
            protectAlong(table, all, at, undefined, limits, group, later);
            for (const coarse of used)
              if (coarse !== fine && toldBy(fine, coarse))
                protectAlong(table, all, at, coarse, limits, group, later);
          }
          if (table.by.length === 2) protectBridging(table, all);
        }
      }
    }
  } while (later.length > 0);
  return all.map(({hidden}) => hidden);
}

export interface Limits {
  readonly customersAtLeast: number;
  readonly largestCustomerAtMost: number;
}

/** Whether one customer's spend in one of the cells is more than a share of that in all. */
function isDominated(cells: readonly ReadonlyMap<number, number>[], atMost: number): boolean {
  const spent = cells.flatMap((cell) => [...cell.values()]);
  return Math.max(...spent) > atMost * spent.reduce((sum, cents) => sum + cents, 0);
}

function spenders(
  by: readonly CodedDimension[],
  {customers, orderStart, orderSlot, itemStart, item, price}: Baskets
): Map<number, number>[] {
  const cells = by.reduce((product, {labels}) => product * labels.length, 1);
  const spent = Array.from({length: cells}, () => new Map<number, number>());
  const isOfItems = by.some(({keyedBy}) => keyedBy === "product");
  for (let customer = 0; customer < customers; customer++)
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      const bought = [...item.subarray(itemStart[order]!, itemStart[order + 1]!)].map(productOf);
      for (const product of isOfItems ? bought : [undefined, ...bought]) {
        const keys = {customer, order, slot: orderSlot[order]!, product: product ?? 0};
        const cell = by.reduce(
          (sum, {labels, codes, keyedBy}) => sum * labels.length + codes[keys[keyedBy]]!,
          0
        );
        const cents = product === undefined ? 0 : Math.max(0, price[product]!);
        spent[cell]!.set(customer, (spent[cell]!.get(customer) ?? 0) + cents);
      }
    }
  return spent;
}

function codesOf(cell: number, by: readonly CodedDimension[]): number[] {
  const codes: number[] = [];
  for (const {labels} of by.toReversed()) {
    codes.unshift(cell % labels.length);
    cell = Math.floor(cell / labels.length);
  }
  return codes;
}

function toldBy(fine: CodedDimension, coarse: CodedDimension): Told | undefined {
  if (fine === coarse) return (code) => code;
  if (fine.keyedBy !== coarse.keyedBy) return undefined;
  const told = new Map<number, number>();
  for (const [key, code] of fine.codes.entries()) {
    if (told.has(code) && told.get(code) !== coarse.codes[key]) return undefined;
    told.set(code, coarse.codes[key]!);
  }
  return (code) => told.get(code) ?? 0;
}

/** Segments that leave few customers when they are taken from or added to others, as `loyalty 2`. */
function exposedSegments(dimensions: readonly CodedDimension[], atLeast: number): ReadonlySet<string> {
  const found = new Set<string>();
  const people = dimensions.filter(({keyedBy}) => keyedBy === "customer");
  const segmentsOf = ({labels, codes}: CodedDimension) =>
    labels.map((_, code) => [...codes.keys()].filter((customer) => codes[customer] === code));
  for (const one of people)
    for (const other of people) {
      if (one === other) continue;
      const parts = segmentsOf(one).map((members, code) => ({code, members}));
      for (const [code, whole] of segmentsOf(other).entries()) {
        if (whole.length < atLeast) continue;
        const inWhole = new Set(whole);
        const touching = parts.filter(({members}) => members.some((member) => inWhole.has(member)));
        const within = touching.filter(
          ({members}) => members.length >= atLeast && members.every((member) => inWhole.has(member))
        );
        const size = (some: typeof parts) => some.flatMap(({members}) => members).length;
        const left = whole.length - size(within);
        const beyond = size(touching) - whole.length;
        const name = (some: typeof parts): void => {
          const least = some.toSorted((a, b) => a.members.length - b.members.length || a.code - b.code)[0]!;
          found.add(
            least.members.length <= whole.length ? `${one.name} ${least.code}` : `${other.name} ${code}`
          );
        };
        if (within.length > 0 && left > 0 && left < atLeast) name(within);
        const isSeen = touching.every(({members}) => members.length >= atLeast);
        if (isSeen && beyond > 0 && beyond < atLeast) name(touching);
      }
    }
  return found;
}

/** The coarser table's cell that holds a cell. */
function holder(fine: Plain, coarse: Plain, cell: number): number | undefined {
  let found = 0;
  for (const dimension of coarse.by) {
    const same = fine.by.indexOf(dimension);
    const at = same >= 0 ? same : fine.by.findIndex((one) => toldBy(one, dimension));
    if (at < 0) return undefined;
    found = found * dimension.labels.length + toldBy(fine.by[at]!, dimension)!(fine.codes[cell]![at]!);
  }
  return found;
}

const holds = (coarse: Plain, fine: Plain): boolean =>
  coarse !== fine && coarse.sizes.length <= fine.sizes.length && holder(fine, coarse, 0) !== undefined;

/** Tables that hold each other, in groups; those with fewer tables above them first. */
function coarseToFine(all: readonly Plain[]): Plain[][] {
  const above = (table: Plain): Plain[] => all.filter((one) => holds(one, table));
  const groups = all.map((table) =>
    all.filter((one) => one === table || (holds(one, table) && holds(table, one)))
  );
  return groups
    .filter(([first], at) => first === all[at])
    .toSorted(([a], [b]) => above(a!).length - above(b!).length);
}

function hideInside(table: Plain, coarse: Plain): void {
  if (!holds(coarse, table)) return;
  for (const [cell, size] of table.sizes.entries())
    if (size > 0 && coarse.hidden[holder(table, coarse, cell)!]) table.hidden[cell] = true;
}

function protectAlong(
  table: Plain,
  all: readonly Plain[],
  at: number,
  coarse: CodedDimension | undefined,
  {customersAtLeast: atLeast, largestCustomerAtMost: atMost}: Limits,
  group: readonly Plain[],
  later: (() => void)[]
): void {
  const {by, sizes, hidden, secret, codes, customers} = table;
  const told = coarse ? toldBy(by[at]!, coarse)! : () => 0;
  const lines = new Map<string, number[]>();
  for (const [cell, size] of sizes.entries()) {
    const line = codes[cell]!.with(at, told(codes[cell]![at]!)).join();
    if (size > 0) lines.set(line, [...(lines.get(line) ?? []), cell]);
  }
  const names = by.flatMap(({name}, place) => (place === at ? (coarse?.name ?? []) : name));
  const total = all.find(
    (one) =>
      holds(one, table) && one.by.length === names.length && one.by.every(({name}) => names.includes(name))
  );
  for (const cells of lines.values()) {
    const inside = cells.filter((cell) => hidden[cell]);
    if (inside.length === 0) continue;
    const sum = total && holder(table, total, inside[0]!)!;
    if (total?.hidden[sum!]) continue;
    const together = new Set(inside.flatMap((cell) => [...customers[cell]!.keys()]));
    const isOnes = isDominated(
      inside.map((cell) => customers[cell]!),
      atMost
    );
    const spent = (cell: number): number =>
      [...customers[cell]!.values()].reduce((sum, cents) => sum + cents, 0);
    const all = inside.reduce((sum, cell) => sum + spent(cell), 0);
    const isNear = inside.some((cell) => secret[cell] && all < 1.1 * spent(cell));
    if (inside.length >= 2 && together.size >= atLeast && !isOnes && !isNear) continue;
    const [least] = cells.filter((cell) => !hidden[cell]).toSorted((a, b) => sizes[a]! - sizes[b]! || a - b);
    if (least !== undefined) hidden[least] = true;
    else if (total && inside.length === 1) {
      if (group.includes(total)) total.hidden[sum!] = true;
      else later.push(() => (total.hidden[sum!] = true));
    }
  }
}

function protectBridging({by, sizes, hidden, secret}: Plain, all: readonly Plain[]): void {
  const [rows, columns] = by.map(({labels}) => labels.length) as [number, number];
  const sumsHidden = (dimension: CodedDimension) =>
    all.find((one) => one.by.length === 1 && one.by[0] === dimension && one.sizes.length <= sizes.length)
      ?.hidden;
  const [ofRows, ofColumns] = by.map(sumsHidden);
  const cells = [...hidden.keys()].filter((cell) => hidden[cell]);
  const links = cells.map((cell): [string, string] => [
    `row ${Math.floor(cell / columns)}`,
    `column ${cell % columns}`
  ]);
  for (let row = 0; row < rows; row++) if (ofRows?.[row]) links.push([`row ${row}`, "sums"]);
  for (let column = 0; column < columns; column++)
    if (ofColumns?.[column]) links.push([`column ${column}`, "sums"]);
  const bridging = cells.filter((cell, at) => secret[cell] && !areJoined(links.toSpliced(at, 1), links[at]!));
  for (const cell of bridging) {
    const row = [...hidden.keys()].filter((one) => Math.floor(one / columns) === Math.floor(cell / columns));
    const column = [...hidden.keys()].filter((one) => one % columns === cell % columns);
    const beside = (rows < columns ? [column, row] : [row, column]).map(
      (line) =>
        line
          .filter((one) => !hidden[one] && sizes[one]! > 0)
          .toSorted((a, b) => sizes[a]! - sizes[b]! || a - b)[0]
    );
    const least = beside[0] ?? beside[1];
    if (least !== undefined) hidden[least] = true;
  }
}

function areJoined(
  links: readonly (readonly [string, string])[],
  [a, b]: readonly [string, string]
): boolean {
  const seen = new Set([a]);
  for (const node of seen)
    for (const [one, other] of links) {
      if (one === node) seen.add(other);
      if (other === node) seen.add(one);
    }
  return seen.has(b);
}
