import type {Measures} from "../../data-loaders/config/measures.ts";
import {escapeHtml, escapeMarkdown} from "../../src/charts/escapeText.ts";
import {longDate} from "../../src/figures/longDate.ts";
import {measureTitle, sentence} from "../../src/figures/measureTitle.ts";
import {scrollBox} from "../../src/figures/tableHtml.ts";
import {htmlTable} from "../../src/pages/htmlTable.ts";
import type {Publication, PublishedPage} from "../../src/pages/publication.ts";
import type {Plan} from "../plan/plan.ts";
import {count, planGround, privacyWords} from "../plan/planWords.ts";
import {causeSummary, causeWords} from "./causeWords.ts";
import type {NumberChange, VerdictChange} from "./numberChanges.ts";
import {segmentSections} from "./segmentSections.ts";

export const WHAT_CHANGED = "what-changed";
export const CHANGES_FILE = "changes.json";

const NUMBERS_SHOWN = 40;
const OTHERS_SHOWN = 30;

/** The publication with a page that says what changed since the version before, and the same as JSON. */
export function withChanges(publication: Publication, plan: Plan, measures: Measures): Publication {
  const page: PublishedPage = {
    path: WHAT_CHANGED,
    title: "What changed",
    group: publication.pages.at(-1)?.group ?? "",
    markdown: `${whatChanged(plan, {measures, publication}).join("\n\n")}\n`,
    figures: []
  };
  const json = {path: CHANGES_FILE, content: `${JSON.stringify(plan, undefined, 2)}\n`};
  return {...publication, pages: [...publication.pages, page], downloads: [...publication.downloads, json]};
}

interface PageContext {
  readonly measures: Measures;
  readonly publication: Publication;
}

function whatChanged(plan: Plan, context: PageContext): string[] {
  const title = "# What changed";
  if (!plan.against)
    return [
      title,
      // On paper it would be a page that says nothing.
      '<div class="screen-only">',
      "This is the first version: there is none before it to compare with.",
      ...notes(plan),
      "</div>"
    ];
  const {version, date} = plan.against;
  return [
    title,
    `Compared with version ${escapeMarkdown(version)} of ${longDate(date)}: ${escapeMarkdown(causeSummary(plan))}`,
    ...planGround(plan)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .reduce(asList, []),
    ...notes(plan),
    ...numberSection(plan, context),
    ...verdictSection(plan, context),
    ...segmentSections(plan),
    ...findingSection(plan),
    ...comingAndGoing(plan),
    ...definitionSection(plan),
    `Everything that changed, number by number: <a href="${CHANGES_FILE}" download>changes.json</a>. ${escapeMarkdown(privacyWords(plan))}`
  ];
}

/** Items of a list stand close together. */
function asList(list: readonly string[], item: string): string[] {
  return [[...list, item].join("\n")];
}

const notes = (plan: Plan): string[] => plan.notes.map((note) => escapeMarkdown(note));

function numberSection({numbers}: Plan, context: PageContext): string[] {
  if (!numbers || numbers.moved.length === 0) return [];
  const {moved} = numbers;
  const rows = moved.slice(0, NUMBERS_SHOWN).map((change) => {
    const {before, now, difference} = change.words;
    const cells = [before, now, difference].map((text) => `<td class="number">${escapeHtml(text)}</td>`);
    return `<tr><th scope="row">${numberName(change, context)}</th>${cells.join("")}<td>${escapeHtml(causeWords(change.because, numbers.told_apart))}</td></tr>`;
  });
  const heads = ["Before", "Now", "Change"].map((head) => `<th scope="col" class="number">${head}</th>`);
  const more = moved.length - NUMBERS_SHOWN;
  return [
    "## Numbers that moved",
    `The largest relative changes first; a number that reads the same after rounding is not among them.${more > 0 ? ` ${count(more)} more are in ${CHANGES_FILE}.` : ""}`,
    scrollBox(
      `<table><thead><tr><th scope="col">Number</th>${heads.join("")}<th scope="col">Because of</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
      "Numbers that moved"
    )
  ];
}

type Named = Pick<NumberChange, "figure" | "measure" | "labels">;

/** `Items per order: South`, as a link to the figure. */
function numberName({figure, measure, labels}: Named, {measures, publication}: PageContext): string {
  const page = publication.pages.find(({figures}) => figures.includes(figure));
  const known = measures.measures.find(({name}) => name === measure);
  const title = known ? measureTitle(known) : sentence(measure.replaceAll("_", " "));
  const text = escapeHtml(labels.length > 0 ? `${labels.join(", ")}: ${title}` : title);
  return page ? `<a href="${encodeURI(page.path)}.html#${encodeURI(figure)}">${text}</a>` : text;
}

function verdictSection({numbers}: Plan, context: PageContext): string[] {
  if (!numbers || numbers.verdicts.length === 0) return [];
  const row = (change: VerdictChange): string =>
    `<tr><th scope="row">${numberName(change, context)}</th><td>${escapeHtml(change.before)}</td><td>${escapeHtml(change.now)}</td><td>${escapeHtml(causeWords(change.because, numbers.told_apart))}</td></tr>`;
  const rows = numbers.verdicts.slice(0, OTHERS_SHOWN).map(row);
  return [
    "## Verdicts that flipped",
    ...(numbers.verdicts.length > OTHERS_SHOWN
      ? [`${OTHERS_SHOWN} of ${count(numbers.verdicts.length)}; all are in ${CHANGES_FILE}.`]
      : []),
    scrollBox(
      `<table><thead><tr><th scope="col">Comparison</th><th scope="col">Before</th><th scope="col">Now</th><th scope="col">Because of</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
      "Verdicts that flipped"
    )
  ];
}

function findingSection({findings}: Plan): string[] {
  const changed = findings.filter(({status}) => status === "changed");
  if (changed.length === 0) return [];
  return [
    "## Headlines that read otherwise",
    htmlTable(
      "Headlines that read otherwise",
      [
        {head: "Figure", cell: ({id}) => id},
        {head: "Before", cell: ({before = ""}) => before},
        {head: "Now", cell: ({now = ""}) => now}
      ],
      changed.slice(0, OTHERS_SHOWN)
    )
  ];
}

function comingAndGoing({findings, pages, recommendations, numbers}: Plan): string[] {
  const figures = (status: string): string[] =>
    findings.filter((one) => one.status === status).map(({id}) => id);
  const told: readonly (readonly [string, readonly string[]])[] = [
    ["Recommendations that hold now", recommendations.came],
    ["Recommendations withdrawn", recommendations.went],
    ["Figures added", figures("added")],
    ["Figures removed", figures("removed")],
    ["Pages added", pages.appear.map(({title}) => title)],
    ["Pages removed", pages.vanish.map(({title}) => title)],
    ["Pages renamed", pages.move.map(({from, to}) => `${from.title} is now ${to.title}`)]
  ];
  const lines = told.flatMap(([words, names]) =>
    names.length > 0 ? [`- **${words}:** ${listed(names)}`] : []
  );
  const counts =
    numbers && numbers.added.length + numbers.removed.length > 0
      ? [`- **Numbers:** ${count(numbers.added.length)} added, ${count(numbers.removed.length)} removed`]
      : [];
  const all = [...lines, ...counts];
  return all.length > 0 ? ["## What came and what went", all.join("\n")] : [];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, OTHERS_SHOWN).map(escapeMarkdown).join(", ");
  return names.length > OTHERS_SHOWN ? `${shown} and ${names.length - OTHERS_SHOWN} more` : shown;
}

function definitionSection({definitions, segmentations}: Plan): string[] {
  const rules = segmentations.flatMap(({title, status, segments}) =>
    status === "changed"
      ? segments.flatMap(({label, rule}) => (rule ? [{name: `${title}: ${label}`, ...rule}] : []))
      : []
  );
  const rows: {name: string; before?: string; now?: string}[] = [
    ...rules,
    ...definitions.map(({kind, name, ...sides}) => ({name: `${kind} ${name}`, ...sides}))
  ];
  if (rows.length === 0) return [];
  return [
    "## Definitions, before and now",
    htmlTable(
      "Definitions, before and now",
      [
        {head: "Definition", cell: ({name}) => name},
        {head: "Before", cell: ({before = "–"}) => before},
        {head: "Now", cell: ({now = "–"}) => now}
      ],
      rows
    )
  ];
}
