/** Room that a block takes at one width, in pixels of CSS. */
export interface Extent {
  /** From its upper to its lower edge. */
  readonly height: number;
  /** From the lower edge of the block above. */
  readonly gap: number;
  /** Height of its drawings, which may shrink. */
  readonly drawing: number;
}

/** Grain: one block of a chapter, such as a heading, a paragraph, a figure or a box. */
export interface Block {
  /** A box is set apart from the text; a turned block stands on a landscape page of its own. */
  readonly kind: "heading" | "figure" | "box" | "text" | "turned";
  readonly full: Extent;
  /** Set closer, where that saves a page: less space between the rows of tables and around figures. */
  readonly tight?: Extent;
  /** In a column of half the width; absent when it can't stand there. */
  readonly half?: Extent;
  /** Whether a page may end inside it. */
  readonly splits: boolean;
  /** Whether its values stand elsewhere in the document, too. */
  readonly hasValues?: boolean;
}

/** Blocks that are not to be parted: a heading and what it heads. */
export interface Unit {
  /** Index of its first block, and of the block after its last. */
  readonly from: number;
  readonly to: number;
  readonly full: Extent;
  readonly tight: Extent;
  readonly half?: Extent;
  /** Text stands beside nothing: it would be read in the wrong order. */
  readonly kind: "figure" | "box" | "text";
  readonly splits: boolean;
}

/** Puts headings with what they head, and a line or two between heading and figure with both. */
export function unitsOf(blocks: readonly Block[], from = 0): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < blocks.length; ) {
    let to = at;
    while (blocks[to]?.kind === "heading") to++;
    if (to > at && blocks[to]?.kind === "text" && blocks[to + 1]?.kind === "figure") to++;
    to = Math.min(to + 1, blocks.length);
    units.push(unitOf(blocks.slice(at, to), from + at));
    at = to;
  }
  return units;
}

function unitOf(blocks: readonly Block[], from: number): Unit {
  const halves = blocks.flatMap(({half}) => half ?? []);
  return {
    from,
    to: from + blocks.length,
    full: joined(blocks.map(({full}) => full)),
    tight: joined(blocks.map(({full, tight = full}) => tight)),
    ...(halves.length === blocks.length && {half: joined(halves)}),
    kind: kindOf(blocks),
    splits: blocks.at(-1)?.splits ?? false
  };
}

function kindOf(blocks: readonly Block[]): Unit["kind"] {
  const has = (wanted: Block["kind"]) => blocks.some(({kind}) => kind === wanted);
  return has("figure") ? "figure" : has("box") ? "box" : "text";
}

function joined(extents: readonly Extent[]): Extent {
  return {
    height: extents.reduce((sum, {height, gap}, at) => sum + height + (at > 0 ? gap : 0), 0),
    gap: extents[0]?.gap ?? 0,
    drawing: extents.reduce((sum, {drawing}) => sum + drawing, 0)
  };
}
