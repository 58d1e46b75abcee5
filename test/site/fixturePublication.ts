import type {Publication, PublishedPage} from "../../src/pages/publication.ts";

/** A small hand-written report with every kind of thing a page may hold, for tests of the site alone. */
export function fixturePublication(change: Partial<Publication> = {}): Publication {
  return {
    settings: {
      title: "Who shops when, and for what",
      subtitle: "Final report on online grocery orders",
      organisation: "Cartograph sample grocer",
      audience: "VP Marketing and SVP Sales",
      version: "0.1.0",
      date: "2026-11-22",
      language: "en",
      paper: "A4",
      summary: [],
      customersAtLeast: 10,
      largestCustomerAtMost: 0.5,
      segmentPages: ["profile"]
    },
    sources: {
      citation: "The Example Grocery Data Set 2017, read on 22 November 2026",
      notice: "Prices and customers are invented."
    },
    pages,
    numbers: [],
    downloads: [
      {path: "data/orders-by-day.csv", content: "day,orders\nSaturday,600905\nSunday,587478\n"},
      {path: "data/department-share.csv", content: "department,share\nproduce,0.2923\ndairy eggs,0.1667\n"},
      {path: "data/pets-departments.csv", content: "department,index\npets,412\n"}
    ],
    ...change
  };
}

const days = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const orders = [600_905, 587_478, 467_260, 436_972, 426_339, 453_368, 448_761];

/** A figure as the figures step writes it: one HTML block without blank lines. */
export function figure(id: string, headline: string, body: string, download: string): string {
  const rows = days.map(
    (day, i) =>
      `<tr><th scope="row">${day}</th><td class="number">${orders[i]?.toLocaleString("en")}</td></tr>`
  );
  return `<figure class="figure figure-bars" id="${id}" aria-labelledby="${id}-title">
<figcaption><p class="figure-title" id="${id}-title"><span class="figure-number">Figure 1</span> ${headline}</p><p class="figure-subtitle">Orders, number · all customers · n = 3,421,083 orders of 206,209 customers</p></figcaption>
${body}
<p class="figure-note">Source: orders. Day 0 is taken as Saturday, which the data’s dictionary does not say.</p>
<details class="figure-data"><summary>Values of figure 1 as a table</summary><div class="table-scroll" role="group" aria-label="Values of the figure" tabindex="0"><table><thead><tr><th scope="col">Day</th><th scope="col" class="number">Orders</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></details>
<p class="figure-links screen-only"><a href="${download}" download>Data for figure 1 (CSV, 1 kB)</a></p>
</figure>`;
}

/** Horizontal bars with direct labels, in two widths. */
export function bars(label: string): string {
  return `<div class="chart chart-wide">${barsOf(label, 736)}</div>
<div class="chart chart-narrow screen-only">${barsOf(label, 360)}</div>`;
}

function barsOf(label: string, width: number): string {
  const most = Math.max(...orders);
  const rows = days.map((day, i) => {
    const length = ((orders[i] ?? 0) / most) * (width - 160);
    return `<g transform="translate(0,${i * 28})"><text x="92" y="18" text-anchor="end">${day}</text><rect x="100" y="4" width="${length.toFixed(1)}" height="20" fill="var(--accent)" data-tip="${day}: ${orders[i]} orders"/><text x="${(106 + length).toFixed(1)}" y="18" text-anchor="start">${Math.round((orders[i] ?? 0) / 1000)}k</text></g>`;
  });
  return `<svg class="chart-svg" viewBox="0 0 ${width} 200" width="${width}" height="200" role="img" aria-label="${label}" font-size="13" fill="currentColor">${rows.join("")}</svg>`;
}

const pages: readonly PublishedPage[] = [
  {
    path: "index",
    title: "Summary",
    group: "Answers",
    figures: ["orders-by-day"],
    markdown: `# Summary

Saturday is the busiest day with **600,905 orders**, 18 % of the week; Wednesday is the quietest.

${figure("orders-by-day", "Saturday brings 1 in 6 orders of the week", bars("Saturday leads with 601 thousand orders, Wednesday has the fewest with 426 thousand."), "data/orders-by-day.csv")}

## What to do

See [when people shop](when.html) and [the pet owners](profiles/pet-owner.html#what-they-buy).

The sample covers all orders that were placed before the split into training and test; a customer is counted once, however many orders there are, and a share of customers is never shown under the same label as a share of orders or of lines.

- Schedule advertisements on Wednesday afternoon.
- Keep prices as they are: no difference worth acting on.
`
  },
  {
    path: "when",
    title: "When people shop",
    group: "Answers",
    figures: ["department-share"],
    markdown: `# When people shop

Most orders come between 10 and 16 o’clock.

| Hour | Orders | Share |
|:-----|-------:|------:|
| 10 | 288,418 | 8.4 % |
| 11 | 284,728 | 8.3 % |

${figure("department-share", "Produce fills 29 % of all baskets, alcohol half a percent", bars("Produce leads."), "data/department-share.csv")}

> The dictionary does not say which day 0 is; Saturday is an assumption.
`
  },
  {
    path: "profiles/pet-owner",
    title: "Pet owners",
    group: "Profiles",
    figures: ["pets-departments"],
    markdown: `# Pet owners

1 in 12 customers keeps a pet.

## What they buy

${figure("pets-departments", "Pet owners order from pets four times as often", bars("Index 412."), "../data/pets-departments.csv")}

Back to the [summary](../index.html).
`
  },
  {
    path: "methods",
    title: "Methods",
    group: "About",
    figures: [],
    markdown: `# Methods

## Definitions

A share is a share of customers. The name \`order_dow\` is the day. Read [the summary](./index.html).

1. First, orders are read.
2. Then they are counted.
`
  }
];
