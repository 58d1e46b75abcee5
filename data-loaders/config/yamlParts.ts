/** An entry of a YAML file: the lines from its key to the next key of the same depth. */
export interface YamlPart {
  /** The key at the left margin under which it stands; absent where it is such a key itself. */
  readonly group?: string;
  readonly name: string;
  /** Says `{name: value}` when it is read by itself. */
  readonly text: string;
}

/** A key at the left margin with entries below it. */
const GROUP = /^([a-z][a-z0-9_]*):[ ]*(?:#.*)?$/;
const ENTRY = /^( {2})?([a-z][a-z0-9_]*):(?:[ ].*)?$/;
const EMPTY = /^\s*(?:#.*)?$/;
/** Entries in groups: with fewer a file is read as fast whole. */
const FEWEST = 8;

/**
 * The entries of a plain file, so that of an edited one only what has changed is read: groups at the left margin with
 * entries two spaces in. An entry that has no fault by itself says the same in its place: it is closed where the next
 * one begins, and marks that reach from one to another (aliases, documents, directives) are faults or no entries.
 * Undefined for every other file, and where a name stands twice.
 */
export function yamlParts(text: string): readonly YamlPart[] | undefined {
  if (/[\r\t\ufeff]/.test(text)) return undefined;
  const parts: {group?: string; name: string; lines: string[]}[] = [];
  let group: string | undefined;
  const groups = new Set<string>();
  for (const line of text.split("\n")) {
    const [, heading] = GROUP.exec(line) ?? [];
    const [, inside, name] = ENTRY.exec(line) ?? [];
    const last = parts.at(-1);
    if (heading !== undefined) {
      if (groups.has(heading)) return undefined;
      groups.add(heading);
      group = heading;
    } else if (name !== undefined && (inside === undefined || group !== undefined)) {
      if (inside === undefined) group = undefined;
      parts.push({...(group !== undefined && {group}), name, lines: [line]});
    } else if (last && (line.startsWith(" ") || EMPTY.test(line)) && last.group === group)
      last.lines.push(line);
    else if (!EMPTY.test(line)) return undefined;
  }
  return isPlain(parts, groups)
    ? parts.map(({lines, ...part}) => ({...part, text: lines.join("\n")}))
    : undefined;
}

function isPlain(parts: readonly Omit<YamlPart, "text">[], groups: ReadonlySet<string>): boolean {
  const names = new Set(parts.map(({group = "", name}) => `${group}:${name}`));
  const isTwice = parts.some(({group, name}) => group === undefined && groups.has(name));
  const isEmpty = [...groups].some((name) => !parts.some(({group}) => group === name));
  const inGroups = parts.filter(({group}) => group !== undefined).length;
  return inGroups >= FEWEST && names.size === parts.length && !isTwice && !isEmpty;
}

/** What the file says, of what its entries say. */
export function joinedParts(parts: readonly YamlPart[], values: readonly unknown[]): Record<string, unknown> {
  const joined: Record<string, unknown> = {};
  for (const [at, {group, name}] of parts.entries()) {
    if (group !== undefined && !Object.hasOwn(joined, group)) joined[group] = {};
    const holder = (group === undefined ? joined : joined[group]) as Record<string, unknown>;
    holder[name] = values[at];
  }
  return joined;
}
