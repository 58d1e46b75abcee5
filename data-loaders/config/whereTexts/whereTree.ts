/** A place in a text: where it begins, from 0, and how many characters are meant. */
export interface Span {
  readonly at: number;
  readonly width: number;
}

/** A value as written: `50`, `2%`, `West`, `"Under 60,000"`. */
export interface WhereValue extends Span {
  readonly kind: "number" | "percent" | "text";
  readonly text: string;
}

export type Comparison =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "not in"
  | "is missing"
  | "is not missing";

/** One comparison of what a word stands for. */
export interface WhereTest {
  readonly word: Span & {readonly text: string};
  readonly comparison: Comparison;
  readonly values: readonly WhereValue[];
}

/** A `where:` text, taken apart. */
export type WhereTree =
  | {readonly kind: "all" | "any"; readonly parts: readonly WhereTree[]}
  | {readonly kind: "not"; readonly part: WhereTree}
  | ({readonly kind: "test"} & WhereTest);

/** Every comparison of the text, in its order. */
export function whereTests(tree: WhereTree): readonly WhereTest[] {
  if (tree.kind === "test") return [tree];
  return tree.kind === "not" ? whereTests(tree.part) : tree.parts.flatMap(whereTests);
}
