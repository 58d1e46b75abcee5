import {quoted} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Vocabulary} from "../vocabulary.ts";

/** What aggregates are grouped by besides segmentations; a segmentation of that name could not be told from it. */
const DIMENSIONS = ["day", "hour", "department", "aisle", "product"];

/** Words that `when:` and `where:` are made of. */
const RESERVED = ["all", "any", "not", "and", "or", "in", "is", "missing"];

/** Names against one another: facts, segmentations, dimensions, and circles of use. */
export function checkSegmentNames(
  {facts, segmentations}: Vocabulary,
  circles: readonly (readonly string[])[],
  problems: ProblemList
): void {
  for (const [group, names] of [
    ["facts", facts.keys()],
    ["segmentations", segmentations.keys()]
  ] as const) {
    for (const name of names)
      if (RESERVED.includes(name))
        problems.add([group, name], `${quoted(name)} is a word of conditions; choose another name`, "key");
  }
  for (const name of segmentations.keys()) {
    if (facts.has(name))
      problems.add(
        ["segmentations", name],
        `a fact is called ${quoted(name)} already; choose another name`,
        "key"
      );
    if (DIMENSIONS.includes(name))
      problems.add(
        ["segmentations", name],
        `${quoted(name)} is what orders and items are counted by anyway; choose another name`,
        "key"
      );
  }
  for (const circle of circles) problems.add(["segmentations", circle[0]!], circleMessage(circle), "key");
}

function circleMessage(circle: readonly string[]): string {
  if (circle.length === 1) return "uses itself";
  const steps = circle.map((name, index) => `${name} uses ${circle[(index + 1) % circle.length]}`);
  return `goes round in a circle: ${steps.join(", ")}`;
}
