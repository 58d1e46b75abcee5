// Writes the scores of a full test run into docs/reliability.md, between its two marks.
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const PAGE = new URL("../docs/reliability.md", import.meta.url);
const [BEGIN, END] = ["<!-- scores -->", "<!-- end of scores -->"];

/** The suites' lines; a suite that did not run keeps its row on the page. `folder` holds one JSON file a suite. */
export function keepScores(folder) {
  const found = existsSync(folder) ? readdirSync(folder).sort() : [];
  const scores = found.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  if (scores.length > 0) writeFileSync(PAGE, withScores(readFileSync(PAGE, "utf8"), scores));
  return scores.map(
    ({suite, survived, cases, silent}) => `${suite}: ${survived}/${cases} survived, ${silent} silent`
  );
}

export function withScores(page, scores) {
  const [from, to] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  if (to < from) throw new Error(`docs/reliability.md lacks ${BEGIN} or ${END}`);
  const rows = new Map(
    page
      .slice(from, to)
      .split("\n")
      .filter((line) => /^\| (?!suite|---)/.test(line))
      .map((line) => [line.split(" | ")[0].slice(2), line])
  );
  for (const {suite, says, survived, cases, silent} of scores)
    rows.set(suite, `| ${suite} | ${says} | ${survived}/${cases} | ${silent} |`);
  const table = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const head = "| suite | what is done | survived | silent |\n| --- | --- | --- | --- |";
  return `${page.slice(0, from)}\n\n${head}\n${table.join("\n")}\n\n${page.slice(to)}`;
}
