import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {codeIdentity} from "./codeIdentity.ts";
import type {KeptFile} from "./keptFiles.ts";
import {digestOf} from "./digestOf.ts";
import type {Manifest} from "./manifest.ts";

/** What decides every byte of a version but for engines: its name as the user knows it, and a digest. */
export type MadeOf = Manifest["made_of"];

/**
 * Data, configuration, pages and code as they stand.
 * @param digests of the data's tables
 * @param about text of the data's own `about.yaml`, where it has one
 */
export function madeOf(
  digests: SegmentedBaskets["digests"],
  about: string | undefined,
  kept: readonly KeptFile[],
  root: string
): MadeOf {
  const code = codeIdentity(root);
  return [
    ...Object.entries(digests)
      .sort()
      .map(([table, digest]) => ({kind: "data" as const, name: table, digest})),
    ...(about === undefined ? [] : [{kind: "data" as const, name: "about.yaml", digest: digestOf(about)}]),
    ...kept.map(({file, content}) => ({
      kind: file.startsWith("pages/") ? ("page" as const) : ("config" as const),
      name: file,
      digest: digestOf(content)
    })),
    {kind: "code", name: "calculation", digest: code.calculation},
    {kind: "code", name: "presentation", digest: code.presentation},
    {kind: "code", name: "package-lock.json", digest: code.lock}
  ];
}

/** Words for what differs between two versions; none when they are made of the same. */
export function differences(before: MadeOf, now: MadeOf): string[] {
  const key = ({kind, name}: MadeOf[number]): string => `${kind} ${name}`;
  const [was, is] = [before, now].map((list) => new Map(list.map((one) => [key(one), one])));
  return [...new Set([...was!.keys(), ...is!.keys()])].flatMap((name) => {
    const [old, current] = [was!.get(name), is!.get(name)];
    if (old?.digest === current?.digest) return [];
    const words = wordsOf((current ?? old)!);
    return [old ? (current ? words : `${words} (gone)`) : `${words} (new)`];
  });
}

function wordsOf({kind, name}: MadeOf[number]): string {
  if (kind === "data") return name === "about.yaml" ? "the data's about.yaml" : `the data of ${name}`;
  if (kind === "config") return `config/${name}`;
  if (kind === "page") return `the page ${name.replace(/^pages\//, "")}`;
  return name === "package-lock.json" ? name : `Cartograph's code (${name})`;
}
