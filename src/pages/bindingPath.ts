/** One step of a path: a name, a label in quotes (single ones where double ones end the YAML text), or a rank. */
export type Step =
  | {readonly kind: "name"; readonly name: string}
  | {readonly kind: "label"; readonly label: string}
  /** 1 is the highest, 2 the second highest; -1 the lowest. */
  | {readonly kind: "rank"; readonly rank: number};

/** A number or name in a text: `{{ orders-by-hour.highest.name }}`. */
export interface Binding {
  /** As written between the braces. */
  readonly text: string;
  readonly steps: readonly Step[];
  /** Where it stands in its text. */
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a binding, and where in its text. */
export interface BindingFault {
  readonly at: number;
  readonly width: number;
  readonly message: string;
}

const braces = /\{\{([^{}]*)\}\}/g;
const step = /\s*(?:\.?\s*([A-Za-z][\w-]*)|\[\s*(?:"([^"]*)"|'([^']*)')\s*\]|\[\s*(-?\d{1,3})\s*\])\s*/y;

/** Finds the bindings of a text. The grammar is closed: names, labels and ranks; nothing is computed. */
export function bindingsIn(text: string): {
  readonly bindings: readonly Binding[];
  readonly faults: readonly BindingFault[];
} {
  const bindings: Binding[] = [];
  const faults: BindingFault[] = [];
  for (const match of text.matchAll(braces)) {
    const [whole, inner = ""] = match;
    const steps = stepsOf(inner);
    const at = match.index;
    if (steps) bindings.push({text: inner.trim(), steps, from: at, to: at + whole.length});
    else faults.push({at, width: whole.length, message: unreadable(inner)});
  }
  const rest = text.replace(braces, (whole) => " ".repeat(whole.length));
  const loose = /\{\{|\}\}/.exec(rest);
  if (loose)
    faults.push({
      at: loose.index,
      width: 2,
      message: 'braces that do not pair up; a number stands in "{{ }}"'
    });
  return {bindings, faults};
}

/** The path as a whole, or nothing where more than a path stands there. */
export function stepsOf(text: string): readonly Step[] | undefined {
  const {steps, rest} = leadingSteps(text);
  return steps.length > 0 && rest === "" ? steps : undefined;
}

/** The path at the beginning of a text, and what stands after it. */
export function leadingSteps(text: string): {readonly steps: readonly Step[]; readonly rest: string} {
  const steps: Step[] = [];
  let end = 0;
  while (end < text.length) {
    step.lastIndex = end;
    const found = step.exec(text);
    if (!found) break;
    const [whole, name, doubleQuoted, singleQuoted, rank] = found;
    const label = doubleQuoted ?? singleQuoted;
    const isDotted = whole.trimStart().startsWith(".");
    if (name !== undefined && isDotted !== steps.length > 0) break;
    if (name !== undefined) steps.push({kind: "name", name});
    else if (label !== undefined) steps.push({kind: "label", label});
    else steps.push({kind: "rank", rank: Number(rank)});
    end = step.lastIndex;
  }
  return {steps, rest: text.slice(end)};
}

function unreadable(text: string): string {
  const words = text.trim();
  if (words === "") return "nothing stands between the braces";
  return `cannot read "${words}"; write names with dots, labels in brackets and quotes, such as orders-by-hour.highest.name or loyalty["Loyal"].share`;
}

/** A step as the analyst writes it. */
export function stepText(found: Step): string {
  if (found.kind === "name") return found.name;
  return found.kind === "label" ? `["${found.label}"]` : `[${found.rank}]`;
}
