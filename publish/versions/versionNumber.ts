const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([\w-]+(?:\.[\w-]+)*))?$/;

/** Three numbers, and a word for one that comes before it: `1.2.0`, `1.2.0-rc.1`. Other folders of dist are no versions. */
export function isVersion(name: string): boolean {
  return SEMVER.test(name);
}

/** Whether it only prepares for another: `1.2.0-rc.1`. */
function isPreliminary(version: string): boolean {
  return version.includes("-");
}

/** Below zero when `a` comes before `b`, as semver.org orders: 0.9.0, 0.10.0-rc.1, 0.10.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < 3; at++) {
    const difference = Number(left.numbers[at]) - Number(right.numbers[at]);
    if (difference !== 0) return difference;
  }
  if (left.words.length === 0 || right.words.length === 0) return right.words.length - left.words.length;
  return compareWords(left.words, right.words);
}

function partsOf(version: string): {numbers: readonly string[]; words: readonly string[]} {
  const [, major = "0", minor = "0", patch = "0", words] = SEMVER.exec(version) ?? [];
  return {numbers: [major, minor, patch], words: words?.split(".") ?? []};
}

function compareWords(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at]!, b[at]!];
    if (left === right) continue;
    const areNumbers = [left, right].map((word) => /^\d+$/.test(word));
    if (areNumbers[0] && areNumbers[1]) return Number(left) - Number(right);
    if (areNumbers[0] !== areNumbers[1]) return areNumbers[0] ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** The first free number after a version: its third number raised until none of `taken` has it. */
export function nextFree(version: string, taken: readonly string[]): string {
  const [major, minor, patch] = partsOf(version).numbers;
  for (let next = Number(patch) + 1; ; next++) {
    const name = `${major}.${minor}.${next}`;
    if (!taken.includes(name)) return name;
  }
}

/** The highest version, final ones first; undefined when there is none. */
export function latestOf(versions: readonly string[]): string | undefined {
  const final = versions.filter((version) => !isPreliminary(version));
  return (final.length > 0 ? final : [...versions]).sort(compareVersions).at(-1);
}

/** What a version is compared with: the highest lower one; for a draft, which has no number yet, the latest. */
export function predecessorOf(version: string | undefined, versions: readonly string[]): string | undefined {
  if (version === undefined) return latestOf(versions);
  return versions
    .filter((other) => compareVersions(other, version) < 0)
    .sort(compareVersions)
    .at(-1);
}
