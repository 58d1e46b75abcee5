import type {CellPlan, CountedPlan, Factor} from "./cellPlan.ts";
import type {RollUp} from "./rollUp.ts";
import {spreadKey} from "./spread.ts";

/** So few that a thread's sums of them stay in its own cache. */
const MOST_CELLS = 1024;

export interface JointPlans {
  readonly counted: readonly CountedPlan[];
  /** For each plan that is asked for, how it follows from a counted one. */
  readonly ups: readonly RollUp[];
}

interface Joint {
  readonly split: number;
  cells: number;
  readonly members: number[];
}

/**
 * Plans that differ only in the customers' segmentation are counted together: each row is added once to the cell of all
 * segments that its customer is in, and each plan's cells are added up from those. Everyone follows from any plan.
 */
export function jointPlans(plans: readonly CellPlan[], mostCells = MOST_CELLS): JointPlans {
  const joints: Joint[] = [];
  const ups: RollUp[] = [];
  const largestFirst = [...plans.keys()].sort(
    (a, b) => plans[b]!.customer.size - plans[a]!.customer.size || a - b
  );
  for (const at of largestFirst) {
    const {split, customer, cells} = plans[at]!;
    const found = joints.find(
      (one) => one.split === split && (customer.size === 1 || one.cells * customer.size <= mostCells)
    );
    const joint = found ?? {split, cells: cells / customer.size, members: []};
    if (!found) joints.push(joint);
    joint.cells *= customer.size;
    joint.members.push(at);
  }
  for (const [from, {members}] of joints.entries()) {
    const groups = groupsOf(members.map((at) => plans[at]!.customer));
    for (const [place, at] of members.entries()) ups[at] = {from, groupOf: groups[place]!};
  }
  return {counted: joints.map((joint) => countedPlan(joint, plans)), ups};
}

function countedPlan({split, cells, members}: Joint, plans: readonly CellPlan[]): CountedPlan {
  const asked = members.map((at) => plans[at]!);
  const spreads = new Map(asked.flatMap((plan) => plan.spreads.map((spread) => [spreadKey(spread), spread])));
  return {
    customers: asked.map(({customer}) => customer).filter(({codes}) => codes !== undefined),
    split,
    cells,
    spreads: [...spreads.values()]
  };
}

/** By group of the joint segmentation, row-major, the group of each factor. */
function groupsOf(factors: readonly Factor[]): Uint32Array[] {
  const groups = factors.reduce((product, {size}) => product * size, 1);
  let step = groups;
  return factors.map(({size}) => {
    const own = step / size;
    step = own;
    return new Uint32Array(groups).map((_, group) => Math.floor(group / own) % size);
  });
}
