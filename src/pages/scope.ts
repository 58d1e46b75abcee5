import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {Step} from "./bindingPath.ts";
import {stepText} from "./bindingPath.ts";

/** What a binding becomes: plain text, and the place it links to. */
export interface Written {
  readonly text: string;
  /** Page path and anchor: `when#orders-by-hour`. */
  readonly link?: {readonly path: string; readonly anchor: string};
}

/** The number behind a text, in the unit a page compares it in: shares from 0 to 1, money in cents. */
export interface Amount {
  readonly unit: "share" | "money" | "number";
  /** NaN where it is hidden or does not exist. */
  readonly value: () => number;
}

/** What a text says, as a page compares it: a name, or a verdict in the words of its keys. */
export interface Word {
  /** All it can be, where that is known before anything is counted. */
  readonly known?: readonly string[];
  readonly said: () => string;
}

/**
 * A place on the way of a path. The same nodes check a page before anything is counted and write it afterwards:
 * stepping needs no data, only `write` does.
 */
export interface ScopeNode {
  /** Names it can be asked for, for suggestions. */
  readonly names: readonly string[];
  readonly step: (step: Step) => ScopeNode | undefined;
  /** Present where a path may end. Throws a `ScopeError` for labels and ranks that the data has not. */
  readonly write?: () => Written;
  readonly amount?: Amount;
  readonly word?: Word;
  /** Groupings that writing anything below needs. */
  readonly queries?: readonly AggregateQuery[];
  /** Why nothing below exists in this data. */
  readonly unavailable?: string;
}

/** A label or rank that stands in a page and not in the data. */
export class ScopeError extends Error {}

/** Names that each lead to a node, made when first asked for. */
export function branch(
  nodes: Readonly<Record<string, () => ScopeNode>>,
  more: Partial<ScopeNode> = {}
): ScopeNode {
  const node = madeOnce((name: string) => nodes[name]!());
  return {
    names: Object.keys(nodes),
    step: (step) => (step.kind === "name" && Object.hasOwn(nodes, step.name) ? node(step.name) : undefined),
    ...more
  };
}

/** Makes what it is asked for when it is first asked for it. */
export function madeOnce<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}

/** The end of a path. Without more it is a word. */
export function leaf(
  text: () => string,
  more: Pick<ScopeNode, "amount" | "word"> = {word: {said: text}}
): ScopeNode {
  return {names: [], step: () => undefined, write: () => ({text: text()}), ...more};
}

/** The end of a path that is a count. */
export function countLeaf(value: () => number, write: (count: number) => string): ScopeNode {
  return leaf(() => write(value()), {amount: {unit: "number", value}});
}

/** Whatever is asked of what this data lacks leads nowhere but is no mistake of the page. */
export function unavailableNode(reason: string): ScopeNode {
  const node: ScopeNode = {names: [], step: () => node, write: () => ({text: ""}), unavailable: reason};
  return node;
}

export interface Found {
  readonly write: () => Written;
  readonly queries: readonly AggregateQuery[];
  readonly unavailable?: string;
  readonly amount?: Amount;
  readonly word?: Word;
}

/** Follows a path. Gives what to say when it leads nowhere: the word, and the one that was meant. */
export function follow(root: ScopeNode, steps: readonly Step[]): Found | {readonly message: string} {
  const queries: AggregateQuery[] = [];
  let node = root;
  for (const [at, step] of steps.entries()) {
    const next = node.step(step);
    if (!next) return {message: unknownStep(node, steps, at)};
    node = next;
    queries.push(...(node.queries ?? []));
    if (node.unavailable !== undefined)
      return {write: () => ({text: ""}), queries: [], unavailable: node.unavailable};
  }
  const {write, amount, word} = node;
  if (write) return {write, queries, ...(amount && {amount}), ...(word && {word})};
  return {
    message: `${pathText(steps)} is no number yet; go on with one of: ${node.names.slice(0, 12).join(", ")}`
  };
}

function unknownStep(node: ScopeNode, steps: readonly Step[], at: number): string {
  const step = steps[at]!;
  const before = at > 0 ? ` in ${pathText(steps.slice(0, at))}` : "";
  if (node.names.length === 0)
    return `nothing follows ${pathText(steps.slice(0, at))}; leave ${stepText(step)} out`;
  const word = step.kind === "label" ? step.label : stepText(step);
  return `unknown ${stepText(step)}${before}${suggestion(word, node.names)}`;
}

function pathText(steps: readonly Step[]): string {
  return steps
    .map((step, at) => (step.kind === "name" && at > 0 ? `.${step.name}` : stepText(step)))
    .join("");
}
