import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {publicationOf} from "../../src/pages/publicationOf.ts";
import {readPages} from "../../src/pages/readPages.ts";
import {tinyContext, tinyReport} from "./tinyReport.ts";

const folder = mkdtempSync(join(tmpdir(), "verdicts-"));
afterAll(() => rmSync(folder, {recursive: true}));

const front = "---\ntitle: A page\ngroup: Answers\norder: 1\n---\n\n# A page\n\n";
const habits = (more = "") => `\`\`\`figure
id: habits
finding:
  of: orders_per_customer
  difference: "Orders differ: {{ orders_per_customer.differing }}"
  no difference: Orders are alike
  can't tell: Too few customers
measure: [orders_per_customer, price_per_item, items_per_order]
by: loyalty
chart: table
compare: all
${more}\`\`\`
`;
const answer = (of: string, more = "") => `\`\`\`answer
of: ${of}
difference: "They differ by {{ habits.orders_per_customer.effect }}."
no difference: They are alike.
can't tell: The data cannot tell.
${more}\`\`\`
`;

function pagesOf(body: string, lacking: ReadonlyMap<string, string> = new Map()) {
  writeFileSync(join(folder, "page.md"), front + body);
  return readPages(folder, tinyContext(lacking));
}

const written = (body: string, lacking?: ReadonlyMap<string, string>) =>
  publicationOf(pagesOf(body, lacking), tinyReport).pages[0]!.markdown;

/** `line message` of every problem. */
function problemsOf(body: string): string[] {
  try {
    written(body);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({line, message}) => `${line} ${message}`);
  }
}

describe("a finding by verdict", () => {
  it("is the one that the data chooses", () =>
    expect(written(habits())).toContain("Orders differ: New, Regular and Loyal"));

  it("needs a text for each verdict", () =>
    expect(problemsOf(habits().replace("  no difference: Orders are alike\n", ""))).toEqual([
      '11 a text for "no difference" is missing: the data decides'
    ]));

  it("is told what it may hold", () =>
    expect(problemsOf(habits().replace("  no difference:", "  no diference:"))[0]).toBe(
      '14 unknown key; did you mean "no difference"?'
    ));

  it("names a measure of the figure", () =>
    expect(problemsOf(habits().replace("of: orders_per_customer", "of: order_per_customer"))[0]).toBe(
      '10 unknown order_per_customer; did you mean "orders_per_customer"?'
    ));

  it("is refused where nothing is compared", () =>
    expect(
      problemsOf(
        habits()
          .replace("measure: [orders_per_customer, price_per_item, items_per_order]", "measure: customers")
          .replace("  of: orders_per_customer\n", "")
          .replace("orders_per_customer.differing", "highest.name")
      )
    ).toEqual([expect.stringMatching(/^10 no verdict: only ratios/)]));
});

describe("an answer", () => {
  it("is the text that the data chooses, its numbers in place", () =>
    expect(written(habits() + answer("habits.orders_per_customer"))).toMatch(/^They differ by \d+\.\d\.$/m));

  it("of a row goes by the row", () =>
    expect(written(habits() + answer('habits["Loyal"]'))).toMatch(/^They differ by/m));

  it("of a whole figure is a difference if one measure differs", () =>
    expect(written(habits() + answer("habits"))).toMatch(/^They differ by/m));

  it("says why it is left out of data that lacks what it needs", () => {
    const lacking = new Map([["priced_items", "this data has no prices"]]);
    expect(written(habits() + answer("habits.price_per_item"), lacking)).toContain(
      "*Left out here: this data has no prices.*"
    );
  });

  it.each([
    ["habit", 'unknown habit; did you mean "habits"?'],
    ["habits.price_per_itm", 'unknown price_per_itm in habits; did you mean "price_per_item"?'],
    ['habits["Loial"]', 'unknown ["Loial"] in habits; did you mean "Loyal"?'],
    ["habits + 1", 'cannot read "habits + 1"'],
    ["total", "unknown verdict in total"]
  ])("of %s is told so", (of, message) =>
    expect(problemsOf(habits() + answer(of))[0]).toContain(`22 ${message}`)
  );
});

describe("an expectation", () => {
  const expecting = (text: string) => problemsOf(habits(`expect: ${text}\n`));

  it.each([
    "orders_per_customer.verdict is difference",
    "orders_per_customer.lowest.name is New",
    "orders_per_customer.highest.name is Loyal",
    "orders_per_customer.spread at least 2",
    "price_per_item.highest.value above $1.00",
    "price_per_item.highest.value below 1,000",
    "segments.loyalty['New'].customer_share is 60%",
    "segments.loyalty['New'].customer_share at most 60 points"
  ])("that holds, stops nothing: %s", (text) => expect(expecting(text)).toEqual([]));

  it.each([
    ["orders_per_customer.verdict is no difference", "difference"],
    ["orders_per_customer.highest.name is New", "Loyal"],
    ["orders_per_customer.highest.value below 2", "21.5"],
    ["segments.loyalty['New'].customer_share above 60%", "60.0%"]
  ])("that does not hold, stops the build at its line: %s", (text, says) =>
    expect(expecting(text)).toEqual([
      `20 expected ${text}, but the data says ${says}; no longer true: “Orders differ: New, Regular and Loyal”`
    ])
  );

  it.each([
    [
      "orders_per_customer.verdict is no diference",
      'it is never "no diference"; did you mean "no difference"?'
    ],
    ["orders_per_customer.verdict above 3", "a word is no amount; write is instead of above"],
    ["orders_per_customer.spraed above 3", 'unknown spraed in orders_per_customer; did you mean "spread"?'],
    ["orders_per_customer.spread over 3", 'cannot read "over 3"; write <number> is, at least'],
    ["orders_per_customer.spread at_least 3", 'unknown comparison "at_least"; did you mean "at least"?'],
    ["orders_per_customer.spread above three", '"three" is no number'],
    ["orders_per_customer.spread above 3%", "this is no share: leave the percent sign out"],
    ["segments.loyalty['New'].customer_share above 0.6", "a share is held against a percentage: 0.6%"]
  ])("that cannot be read is told so: %s", (text, message) =>
    expect(expecting(text)[0]).toContain(`20 ${message}`)
  );

  it("of what this data lacks is passed over", () => {
    const lacking = new Map([["priced_items", "this data has no prices"]]);
    const body = habits(
      "expect: [price_per_item.spread below 0.01, orders_per_customer.spread at least 2]\n"
    );
    expect(() => written(body, lacking)).not.toThrow();
  });

  it("stands under an answer, too", () =>
    expect(
      problemsOf(habits() + answer("habits", "expect: habits.orders_per_customer.verdict is no difference\n"))
    ).toHaveLength(1));
});
