import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {publicationOf} from "../../src/pages/publicationOf.ts";
import {queriesOf} from "../../src/pages/queriesOf.ts";
import {readPages} from "../../src/pages/readPages.ts";
import {tinyContext, tinyReport} from "./tinyReport.ts";

const folder = mkdtempSync(join(tmpdir(), "pages-"));
afterAll(() => rmSync(folder, {recursive: true}));

const front = "---\ntitle: A page\ngroup: Answers\norder: 1\n---\n";
const figure = (lines: string) => `# A page\n\n\`\`\`figure\n${lines}\n\`\`\`\n`;
const good = "id: orders-by-hour\nfinding: Orders\nmeasure: orders\nby: hour\nchart: columns";

/** `line message` of every problem of a page, or none. */
function problemsOf(body: string, write = false): string[] {
  writeFileSync(join(folder, "page.md"), front + body);
  try {
    const pages = readPages(folder, tinyContext());
    if (write) publicationOf(pages, tinyReport);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({line, message}) => `${line} ${message}`);
  }
}

describe("a figure block", () => {
  it("that is right has no problem", () => expect(problemsOf(figure(good))).toEqual([]));

  it.each<[string, string, string, string]>([
    [
      "an unknown measure",
      "measure: orders",
      "measure: odrers",
      '11 unknown measure "odrers"; did you mean "orders"?'
    ],
    ["an unknown dimension", "by: hour", "by: huor", '12 unknown dimension "huor"; did you mean "hour"?'],
    [
      "an unknown chart",
      "chart: columns",
      "chart: colums",
      '13 unknown chart "colums"; did you mean "columns"?'
    ],
    [
      "an unknown key",
      "chart: columns",
      "chart: columns\nfindng: x",
      '14 unknown key; did you mean "finding"?'
    ],
    ["a missing measure", "measure: orders\n", "", "9 a figure needs a measure"],
    [
      "an id with capitals",
      "id: orders-by-hour",
      "id: OrdersByHour",
      "9 must be small letters, digits and single hyphens: orders-by-hour"
    ],
    [
      "an unquoted binding",
      "finding: Orders",
      "finding: {{ highest.name }}",
      '10 a text that begins with "{{" stands in quotes'
    ],
    [
      "orders by department",
      "by: hour",
      "by: department",
      "11 orders cannot be counted by what was bought: one order holds several; use items, item_share or penetration"
    ],
    [
      "shares of customers by hour",
      "measure: orders",
      "measure: customer_share",
      "11 the same customer stands in several rows, so these are no shares of a whole; use penetration"
    ],
    [
      "an index of everyone",
      "measure: orders",
      "measure: index",
      "11 index compares a segment's mix with everyone's: it needs `of`, or a segmentation in `by`, and something bought"
    ],
    [
      "a stack of counts",
      "chart: columns",
      "chart: stacked",
      "11 parts of a whole are shares: item_share, order_share, customer_share or spend_share"
    ],
    [
      "a heat map of one dimension",
      "chart: columns",
      "chart: heatmap",
      "12 a heat map is by two dimensions, or by a segmentation that crosses two"
    ],
    [
      "two splits of customers",
      "by: hour",
      "by: [loyalty, profile]",
      "12 customers can be split once only; a cross in segments.yaml splits them by two at once"
    ],
    [
      "an unknown segment",
      "by: hour",
      "by: hour\nof: { loyalty: Loyl }",
      '13 loyalty has no segment "Loyl"; did you mean "Loyal"?'
    ],
    [
      "the template's segment elsewhere",
      "by: hour",
      "by: hour\nof: segment",
      "13 only the template of segment pages has a segment; write { profile: Pet owner }"
    ],
    [
      "a comparison without a segment",
      "by: hour\n",
      "by: hour\ncompare: all\n",
      "13 orders adds up, so a segment and everyone differ by size only; compare a share or a ratio"
    ],
    [
      "an unknown row in the finding",
      "finding: Orders",
      'finding: "{{ higest.name }}"',
      '9 unknown higest; did you mean "highest"?'
    ],
    [
      "more after a number",
      "finding: Orders",
      'finding: "{{ highest.name.value }}"',
      "9 nothing follows highest.name; leave value out"
    ],
    [
      "a path without an end",
      "finding: Orders",
      'finding: "{{ highest }}"',
      "9 highest is no number yet; go on with one of: name, value, share, base, difference, index, customers, hour, orders"
    ]
  ])("with %s is told so", (_, from, to, message) => {
    expect(problemsOf(figure(good.replace(from, to)))[0]).toBe(message);
  });

  it("takes an id once", () => {
    expect(problemsOf(figure(good) + figure(good))[0]).toMatch(
      /^18 the id "orders-by-hour" is taken by the figure at .*page.md:9$/
    );
  });
});

describe("prose", () => {
  it.each([
    [
      "an unknown figure",
      "{{ orders-by-huor.highest.name }}",
      'unknown orders-by-huor; did you mean "orders-by-hour"?'
    ],
    [
      "an unknown measure of all",
      "{{ total.custmers }}",
      'unknown custmers in total; did you mean "customers"?'
    ],
    [
      "an unknown segment",
      '{{ segments.loyalty["Loial"].customers }}',
      'unknown ["Loial"] in segments.loyalty; did you mean "Loyal"?'
    ],
    ["an unknown table", "{{ flow.itms.rows_in }}", 'unknown itms in flow; did you mean "items"?'],
    [
      "an unknown field of the report",
      "{{ report.versoin }}",
      'unknown versoin in report; did you mean "version"?'
    ],
    ["code", "{{ total.orders + 1 }}", 'cannot read "total.orders + 1"'],
    ["a call", "{{ total.orders() }}", 'cannot read "total.orders()"'],
    ["a prototype", "{{ report.constructor }}", "unknown constructor in report"],
    ["braces that do not pair up", "{{ total.orders }", "braces that do not pair up"],
    ["nothing", "{{ }}", "nothing stands between the braces"],
    ["an expression of the site", "$" + "{1 + 1}", '"$' + '{" would run as code; pages hold no code']
  ])("with %s is told so at its line", (_, text, message) => {
    const [problem = ""] = problemsOf(`${figure(good)}\nSome words\nand ${text} more.\n`);
    expect(problem).toContain(message);
    expect(problem.split(" ")[0]).toBe("17");
  });

  it("learns from the data what only the data tells", () => {
    const page = figure("id: by-department\nfinding: Items\nmeasure: items\nby: department\nchart: bars");
    expect(problemsOf(`${page}\n{{ by-department["prodce"].value }}`, true)).toEqual([
      '16 no row of the figure is "prodce"; did you mean "produce"?'
    ]);
    const days = figure(good.replaceAll("hour", "day"));
    expect(problemsOf(`${days}\n{{ orders-by-day[9].value }}`, true)).toEqual([
      "16 orders-by-day has no row number 9, only 7"
    ]);
  });
});

describe("a page", () => {
  it("says every problem of every block at once", () => {
    const page = figure(good.replace("orders\n", "odrers\n").replace("by: hour", "by: huor"));
    expect(
      problemsOf(`${page}\n{{ total.custmers }}\n\n\`\`\`figur\n\`\`\`\n\n\`\`\`js\n1\n\`\`\`\n`)
    ).toEqual([
      '11 unknown measure "odrers"; did you mean "orders"?',
      '12 unknown dimension "huor"; did you mean "hour"?',
      '16 unknown custmers in total; did you mean "customers"?',
      '18 unknown block "figur"; did you mean "figure"?',
      '21 pages hold no code, and the site would run "js"; blocks are figure, answer, population-flow, definitions, segmentations, contents, recommendations, so-what, glossary, data-dictionary, or text to be shown as it is'
    ]);
  });

  it("needs front matter and closed blocks", () => {
    expect(problemsOf("```text\nnever closed")).toEqual(["6 this block is never closed; end it with ```"]);
    writeFileSync(join(folder, "page.md"), "# No front matter\n");
    expect(() => readPages(folder, tinyContext())).toThrow(
      "page.md:1: a page begins with --- and title, group and order"
    );
  });

  it("shows a number that describes too few customers in words", () => {
    const page = figure(
      "id: by-segment\nfinding: \"{{ ['High price'].value }}\"\nmeasure: items\nby: price_range\nchart: bars"
    );
    writeFileSync(join(folder, "page.md"), front + page);
    const [written] = publicationOf(readPages(folder, tinyContext()), tinyReport).pages;
    expect(written!.markdown).toContain("Of High price there are too few customers to say</p>");
  });

  it("names each query once, in one order of dimensions", () => {
    const two =
      figure("id: a\nfinding: A\nmeasure: item_share\nby: [department, loyalty]\nchart: table") +
      figure("id: b\nfinding: B\nmeasure: item_share\nby: [loyalty, department]\nchart: table");
    writeFileSync(join(folder, "page.md"), front + two);
    expect(queriesOf(readPages(folder, tinyContext())).map(({by}) => by)).toEqual([
      [],
      ["department"],
      ["loyalty"],
      ["loyalty", "department"]
    ]);
  });
});
