import {stringify} from "yaml";

/** Cut points as they are kept. */
export interface FrozenCut {
  readonly name: string;
  readonly by: string;
  readonly count: number;
  readonly ends: readonly number[];
}

const EXPLANATION = `# Cut points of the quantiles in segments.yaml that have "freeze: true". The build writes them here once, so that
# segments keep their meaning when the data changes. Delete an entry, and the next build computes it anew.
`;

/** The contents of `frozen.yaml` with more entries: what stands in it stays as it is, comments too. */
export function frozenText(before: string | undefined, cuts: readonly FrozenCut[]): string {
  const lines = [...cuts]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({name, by, count, ends}) =>
      stringify({[name]: {by, quantiles: count, up_to: ends}}, {collectionStyle: "flow", lineWidth: 0})
        .trim()
        .replace(/^\{ (.*) \}$/s, "$1")
    );
  const kept = before === undefined || before.trim() === "" ? EXPLANATION : before.replace(/\n*$/, "\n");
  return `${kept}${lines.join("\n")}\n`;
}
