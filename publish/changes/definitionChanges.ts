import type {Config} from "../../data-loaders/config/readConfig.ts";

/** Grain: one fact or measure that is described otherwise. Rules of segments are told with their segmentation. */
export interface DefinitionChange {
  readonly kind: "fact" | "measure";
  readonly name: string;
  /** In words of the configuration; absent of one that is new or gone. */
  readonly before?: string;
  readonly now?: string;
}

/** Facts and measures that were added, removed or described otherwise. */
export function definitionChanges(before: Config, now: Config): DefinitionChange[] {
  return [
    ...changed("fact", before.segments.facts, now.segments.facts),
    ...changed("measure", before.measures.measures, now.measures.measures)
  ];
}

interface Described {
  readonly name: string;
  readonly says: string;
}

function changed<T extends Described>(
  kind: DefinitionChange["kind"],
  before: readonly T[],
  now: readonly T[]
): DefinitionChange[] {
  const names = [...new Set([...now, ...before].map(({name}) => name))];
  return names.flatMap((name) => {
    const [old, current] = [before, now].map((list) => list.find((one) => one.name === name));
    if (JSON.stringify(old) === JSON.stringify(current)) return [];
    return [
      {
        kind,
        name,
        ...(old && {before: wordsOf(old, current)}),
        ...(current && {now: wordsOf(current, old)})
      }
    ];
  });
}

/** What it says, and the keys in which it differs from the other. */
function wordsOf(one: Described, other: Described | undefined): string {
  const differing = Object.entries(one).filter(
    ([key, value]) =>
      key !== "name" &&
      key !== "says" &&
      (!other || JSON.stringify(value) !== JSON.stringify((other as unknown as Record<string, unknown>)[key]))
  );
  const keys = differing.map(([key, value]) => `${key}: ${plain(value)}`);
  return [one.says, ...(other ? keys : [])].filter(Boolean).join("; ");
}

/** JSON without its quotes: `over: [items, orders]`. */
function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', "").replaceAll(",", ", ");
}
