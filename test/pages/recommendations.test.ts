import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Recommendation} from "../../data-loaders/config/recommendations.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {recommendationsReading} from "../../data-loaders/config/readRecommendations.ts";
import {figuresById} from "../../src/pages/numberedFigures.ts";
import {publicationOf} from "../../src/pages/publicationOf.ts";
import {readPages} from "../../src/pages/readPages.ts";
import {checkRecommendations} from "../../src/pages/recommendations/checkRecommendations.ts";
import {tempFolder} from "../tempFolder.ts";
import {tinyContext, tinyReport} from "./tinyReport.ts";

const good = `recommendations:
  ready-list:
    title: A ready list
    question: 6
    decider: VP Marketing
    audience: { loyalty: New }
    action: Remind them after {{ segments.loyalty["New"].median_days_between_orders }} days.
    rests_on:
      - { figure: habits, measure: orders_per_customer, row: New, verdict: difference }
    test: { measure: orders_per_customer, hold_out: 20% }
`;

function readingOf(yaml: string) {
  const {yaml: file, problems} = parseYaml("config/recommendations.yaml", yaml);
  expect(problems).toEqual([]);
  return recommendationsReading(file!, {segments: tinyReport.segments, measures: tinyReport.measures});
}

const page = (blocks: string) => `---
title: A page
group: Answers
order: 1
---

# A page

\`\`\`figure
id: habits
finding: "{{ orders_per_customer.highest.value }} orders"
measure: [orders_per_customer, price_per_item]
by: loyalty
chart: table
\`\`\`

${blocks}
`;

/** The page with what is recommended, or the problems of the recommendations as lines. */
function written(yaml: string, blocks: string, lacking: ReadonlyMap<string, string> = new Map()) {
  const recommendations: readonly Recommendation[] = readingOf(yaml).exact();
  const folder = join(tempFolder(), "pages");
  mkdirSync(folder);
  writeFileSync(join(folder, "page.md"), page(blocks));
  const context = {...tinyContext(lacking), recommendations};
  const pages = readPages(folder, context);
  const {problems} = checkRecommendations(recommendations, {context, figures: figuresById(pages)});
  if (problems.length > 0) return problems.map(({line, message}) => `${line} ${message}`);
  return publicationOf(pages, {...tinyReport, recommendations}).pages[0]!.markdown;
}

const all = "```recommendations\n```";

describe("a recommendation", () => {
  it("stands with its audience, evidence and test plan where its findings hold", () => {
    const markdown = written(good, all);
    expect(markdown).toContain('id="recommendation-ready-list"');
    expect(markdown).toContain("**For** New: 24 customers, 60.0% of all. **To decide** VP Marketing");
    expect(markdown).toMatch(
      /\[Figure 1\]\(#habits\): orders per customer, New; [\d.]+; 95% interval .*; difference/
    );
    expect(markdown).toMatch(/\*\*Test it\.\*\* (Hold out 5 of the 24 customers|Too small to test)/);
  });

  it("is withdrawn with the reason where one of its findings does not hold", () => {
    const markdown = written(good.replace("verdict: difference", "verdict: no difference"), all);
    expect(markdown).not.toContain('<div class="recommendation"');
    expect(markdown).toContain("### Withdrawn");
    expect(markdown).toContain(
      "A ready list</span>: orders per customer, New: difference, not no difference"
    );
  });

  it("is withdrawn where an expectation does not hold, and says what the data says", () =>
    expect(
      written(
        good.replace(
          /measure: orders_per_customer, row: New, verdict: difference/,
          "expect: orders_per_customer.highest.value at most 2"
        ),
        all
      )
    ).toMatch(
      /A ready list<\/span>: habits says 21\.5, not orders&#95;per&#95;customer\.highest\.value at most 2/
    ));

  it("is not judged by data that lacks what it rests on", () => {
    const lacking = new Map([["priced_items", "this data has no prices"]]);
    const markdown = written(
      good.replace("measure: orders_per_customer, row", "measure: price_per_item, row"),
      all,
      lacking
    );
    expect(markdown).toContain("### Not judged");
    expect(markdown).toContain("A ready list</span>: this data has no prices");
  });

  it("is linked from prose, and from what a page comes to", () => {
    const markdown = written(
      good,
      `See {{ recommendations.ready-list.link }}.\n\n\`\`\`so-what\nready-list\n\`\`\`\n\n${all}`
    );
    expect(markdown).toContain("See [A ready list](#recommendation-ready-list).");
    expect(markdown).toContain("- [A ready list](#recommendation-ready-list) (24 customers, 60.0% of all)");
  });
});

describe("a mistake in a recommendation", () => {
  it.each([
    ["loyalty: New", "loyality: New", 'unknown segmentation of customers; did you mean "loyalty"?'],
    ["loyalty: New", "loyalty: Nev", 'loyalty has no segment "Nev"; did you mean "New"?'],
    ["question: 6", "question: 16", "a question from 1 to 10 is needed"],
    ["decider:", "decidr:", 'unknown key; did you mean "decider"?'],
    [
      "{ measure: orders_per_customer, hold",
      "{ measure: order_per_customer, hold",
      'a test measures a ratio; did you mean "orders_per_customer"?'
    ],
    [", verdict: difference", "", "a verdict or an expectation is needed: verdict: difference"]
  ])("%s as %s is told", (from, to, message) =>
    expect(readingOf(good.replace(from, to)).problems.map((problem) => problem.message)).toEqual([message])
  );

  it.each([
    ["figure: habits", "figure: habit", '9 no page has a figure "habit"; did you mean "habits"?'],
    [
      "measure: orders_per_customer, row",
      "measure: order_per_customer, row",
      '9 unknown order_per_customer in habits; did you mean "orders_per_customer"?'
    ],
    ["row: New", "row: Nev", '9 unknown ["Nev"] in habits.orders_per_customer; did you mean "New"?'],
    ["{{ segments.loyalty", "{{ segmnts.loyalty", '2 unknown segmnts; did you mean "segments"?']
  ])("%s as %s is told once the pages are read", (from, to, message) =>
    expect(written(good.replace(from, to), all)).toEqual([message])
  );

  it("of a block that names none is told", () =>
    expect(() => written(good, "```so-what\nready-lst\n```")).toThrow(
      'unknown recommendation "ready-lst"; did you mean "ready-list"?'
    ));
});
