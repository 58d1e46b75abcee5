import type {Path} from "../../config/path.ts";
import type {When} from "../../config/segments.ts";
import {conditionWords} from "./conditionWords.ts";
import {domainWords} from "./domainWords.ts";
import {valueWords} from "./exampleWords.ts";
import type {Finding, FindingKind} from "./finding.ts";
import {all, ALWAYS, NEVER} from "./formula.ts";
import type {Proving} from "./proving.ts";

type Leaf = Extract<When, {subject: string}>;

/** Whether the condition can be true at all, and which of its parts can't or always are. */
export function neverTrue(when: When, label: string, path: Path, proving: Proving): Finding[] {
  const parts = "all" in when ? when.all : [when];
  const needed = parts.map((part) => ({part, holds: proving.logic.formula(part)}));
  const nobody = needed.find(({holds}) => proving.ask(holds).is === "none");
  if (nobody)
    return [
      {
        kind: "empty rule",
        label,
        path: partPath(path, nobody.part),
        message: impossible(nobody.part, label, proving)
      }
    ];
  if (proving.ask(all(needed.map(({holds}) => holds))).is === "none") {
    const words = fewestContrary(needed, proving).map(({part}) => conditionWords(part, proving.shown));
    const message = `"${label}" is always empty: ${words.join(" and ")} exclude ${words.length === 2 ? "each other" : "one another"}`;
    return [{kind: "empty rule", label, path, message}];
  }
  return leaves(when).flatMap((leaf) => idleParts(leaf, partPath(path, leaf), proving));
}

/** A part that stands at the top of the condition has a place of its own. */
const partPath = (path: Path, part: When): Path => ("subject" in part ? [...path, part.subject] : path);

function impossible(part: When, label: string, proving: Proving): string {
  const words = conditionWords(part, proving.shown);
  return `"${label}" is always empty: ${words} is never true${domainHint(part, proving)}`;
}

function domainHint(part: When, {logic}: Proving): string {
  const domain = "subject" in part ? logic.domain(part.subject) : undefined;
  if (!domain || !("subject" in part)) return "";
  if (part.test.missing === true) return `; ${part.subject} is never missing`;
  return `; ${domainWords(part.subject, domain)}`;
}

/** As few of the parts as exclude one another. */
function fewestContrary<Part extends {readonly holds: Parameters<typeof all>[0][number]}>(
  parts: readonly Part[],
  proving: Proving
): readonly Part[] {
  let left = parts;
  for (const part of parts) {
    const others = left.filter((one) => one !== part);
    if (proving.ask(all(others.map(({holds}) => holds))).is === "none") left = others;
  }
  return left;
}

function leaves(when: When): readonly Leaf[] {
  if ("subject" in when) return [when];
  if ("not" in when) return leaves(when.not);
  return ("all" in when ? when.all : when.any).flatMap(leaves);
}

/** A single test that is true for everybody or nobody, and values in its list that can't be. */
function idleParts(leaf: Leaf, path: Path, proving: Proving): Finding[] {
  const {logic, shown} = proving;
  const holds = logic.formula(leaf);
  const words = conditionWords(leaf, shown);
  const told = (kind: FindingKind, message: string): Finding[] => [{kind, path, message}];
  if (holds === NEVER) return told("never true", `${words} is never true${domainHint(leaf, proving)}`);
  if (holds === ALWAYS)
    return told("always true", `${words} is always true${domainHint(leaf, proving)}; it can be left out`);
  const domain = logic.domain(leaf.subject);
  if (domain?.kind !== "numbers") return [];
  const {classes} = logic.variable(leaf.subject);
  const odd = (leaf.test.in ?? []).filter(
    (value) => !classes.some((one) => one.value === value && one.kind === "value")
  );
  if (odd.length === 0) return [];
  return told(
    "impossible value",
    `${odd.map((value) => valueWords(value, shown(leaf.subject))).join(", ")} can't be: ${domainWords(leaf.subject, domain)}`
  );
}
