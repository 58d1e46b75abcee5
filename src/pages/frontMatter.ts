import {problemList} from "../../data-loaders/config/problemList.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";

/** What stands at the top of a page between `---` lines. */
export interface FrontMatter {
  /** In the navigation. */
  readonly title: string;
  /** Heading in the navigation under which it stands. */
  readonly group: string;
  /** Place in reading order; pages of equal order stand by file name. */
  readonly order: number;
}

const keys = ["title", "group", "order"];
const none: FrontMatter = {title: "", group: "", order: 0};

/** Reads front matter. The template of segment pages needs an order only: its titles and groups come from segments. */
export function frontMatter(
  file: string,
  front: {readonly line: number; readonly text: string} | undefined,
  isTemplate: boolean
): {readonly front: FrontMatter; readonly problems: readonly Problem[]} {
  if (!front) {
    return {
      front: none,
      problems: [{file, line: 1, message: "a page begins with --- and title, group and order, and --- again"}]
    };
  }
  const {yaml, problems: faults} = parseYaml(file, front.text, front.line);
  if (!yaml || faults.length > 0) return {front: none, problems: faults};
  const problems = problemList(yaml);
  const fields = (typeof yaml.value === "object" && yaml.value !== null ? yaml.value : {}) as Record<
    string,
    unknown
  >;
  for (const key of yaml.keys([]))
    if (!keys.includes(key)) problems.add([key], `unknown key${suggestion(key, keys)}`, "key");
  const text = (key: string) => {
    const value = fields[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (!isTemplate || value !== undefined)
      problems.add(value === undefined ? [] : [key], `a page needs a ${key}, a text`);
    return "";
  };
  const {order} = fields;
  if (typeof order !== "number")
    problems.add(order === undefined ? [] : ["order"], "a page needs an order, a number");
  const front_ = {title: text("title"), group: text("group"), order: typeof order === "number" ? order : 0};
  return {front: front_, problems: problems.list};
}
