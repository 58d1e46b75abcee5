import type {ColumnContract, TableContract} from "../../../data-loaders/config/sources.ts";
import {ruleWords} from "../../../src/pages/ruleWords.ts";
import type {MadePublication} from "../../makePublication.ts";
import {isHidden} from "../../manifest/size.ts";
import type {Size} from "../../manifest/size.ts";
import {UNITS} from "../../plan/planWords.ts";
import {siteModel} from "../../site/siteModel.ts";
import type {Sheet, SheetCell} from "./sheet.ts";

/** The seven parts of a final report that executives and reviewers look for. */
export function classicSheets(made: MadePublication): readonly Sheet[] {
  return [
    titleSheet(made),
    populationFlow(made),
    consistencyChecks(made),
    wranglingSteps(made),
    derivations(made),
    visualizations(made),
    recommendations(made)
  ];
}

const whole = (number: number): SheetCell => ({number, style: "whole"});

function titleSheet({publication}: MadePublication): Sheet {
  const {settings, sources} = publication;
  const rows = [
    ["Title", settings.title],
    ["Subtitle", settings.subtitle],
    ["Organisation", settings.organisation],
    ["Prepared for", settings.audience],
    ["Version", settings.version],
    ["Date", settings.date],
    ["Data", sources.citation],
    ["Please note", sources.notice]
  ];
  return {name: "1 Title", title: "Title, date and citation", lines: [], heads: ["", ""], rows};
}

function populationFlow({segmented}: MadePublication): Sheet {
  const rows = segmented.baskets.words.flow.tables.flatMap(({table, file, rows_in, rows_used, set_aside}) => [
    [table, `rows in ${file}`, "", whole(rows_in)],
    ...set_aside.map(({reason, because = "", rows}) => [table, `set aside: ${reason}`, because, whole(rows)]),
    [table, "rows used", "", whole(rows_used)]
  ]);
  return {
    name: "2 Population flow",
    title: "Population flow",
    lines: ["Rows in = rows used + rows set aside, by reason."],
    heads: ["Table", "Step", "Because", "Rows"],
    rows
  };
}

function consistencyChecks({segmented}: MadePublication): Sheet {
  const {tables, values} = segmented.baskets.words.flow;
  const rows = [
    ...tables.flatMap(({table, set_aside}) =>
      set_aside
        .filter(({kind}) => kind === "defect")
        .map(({reason, rows}) => [table, "", reason, whole(rows), "row set aside"])
    ),
    ...values.map(({table, column, note, because = "", rows}) => [
      table,
      column,
      note,
      whole(rows),
      because === "" ? "row used, value missing or changed" : because
    ])
  ];
  const clean = tables.filter(({table}) => !rows.some(([name]) => name === table));
  return {
    name: "3 Consistency checks",
    title: "Consistency checks: defects, missing and changed values",
    lines: [],
    heads: ["Table", "Column", "Found", "Rows", "Treatment"],
    rows: [...rows, ...clean.map(({table}) => [table, "", "nothing", whole(0), ""])]
  };
}

function wranglingSteps({config}: MadePublication): Sheet {
  const rows = Object.values(config.sources.tables).flatMap((table: TableContract) => [
    ...table.columns.map((column) => [
      table.name,
      column.column,
      stepOf(column),
      `read as ${column.type}`,
      treatment(column)
    ]),
    ...table.ignore.map(({column, because}) => [table.name, column, "dropped", "not read", because])
  ]);
  return {
    name: "4 Wrangling steps",
    title: "Wrangling steps: columns renamed, retyped and dropped",
    lines: [],
    heads: ["Table", "Column of the file", "Step", "Type", "Why and how"],
    rows
  };
}

function stepOf({name, column}: ColumnContract): string {
  return name === column ? "kept" : `renamed ${name}`;
}

function treatment({missing, none, missing_above}: ColumnContract): string {
  return [
    missing ? "an empty cell is a missing value" : "",
    none.length > 0 ? `${none.join(", ")} mean missing` : "",
    missing_above ? `above ${missing_above.bound} is missing: ${missing_above.because}` : ""
  ]
    .filter(Boolean)
    .join("; ");
}

function derivations({config, segmented, publication}: MadePublication): Sheet {
  const {segments} = segmented;
  const atLeast = config.report.customersAtLeast;
  const rows = segmented.segmentations.flatMap((assigned) => {
    const described = segments.segmentations.find(({name}) => name === assigned.name);
    const rules = described
      ? ruleWords(described, {segments, currency: config.measures.currency, dayZero: config.sources.day_zero})
      : [];
    const sized = publication.segmentations?.find(({name}) => name === assigned.name);
    return assigned.labels.map((label, code): SheetCell[] => [
      assigned.title,
      label,
      rules[code] ?? "",
      UNITS[assigned.grain],
      sizeCell(sized?.segments[code]?.size ?? "covered", atLeast)
    ]);
  });
  return {
    name: "5 Column derivations",
    title: "Column derivations, with the frequency of each flag",
    lines: [],
    heads: ["Segmentation", "Segment", "Rule", "Counts", "Frequency"],
    rows
  };
}

function sizeCell(size: Size, atLeast: number): SheetCell {
  if (!isHidden(size)) return whole(size);
  return size === "few" ? `fewer than ${atLeast}` : "not shown";
}

function visualizations({publication}: MadePublication): Sheet {
  const {figures, pages} = siteModel(publication);
  const titles = new Map(pages.map(({path, title}) => [path, title]));
  return {
    name: "6 Visualizations",
    title: "Visualizations: each figure’s finding, beside the question it answers",
    lines: [],
    heads: ["Page", "Figure", "Values"],
    rows: figures.map(({page, id, title}) => [titles.get(page) ?? page, title, {link: id, text: id}])
  };
}

function recommendations({publication}: MadePublication): Sheet {
  return {
    name: "7 Recommendations",
    title: "Recommendations",
    lines: ["One that the data does not bear is withdrawn by itself."],
    heads: ["Recommendation", "Holds", "Why not"],
    rows: (publication.recommendations ?? []).map(({title, holds, reason}) => [
      title,
      holds ? "yes" : "withdrawn",
      reason
    ])
  };
}
