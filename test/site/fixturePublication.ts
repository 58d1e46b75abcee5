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
      customersAtLeast: 10,
      segmentPages: ["profile"]
    },
    sources: {
      citation: "The Example Grocery Data Set 2017, read on 22 November 2026",
      notice: "Prices and customers are invented."
    },
    pages,
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
  return `<figure class="figure" id="${id}" aria-labelledby="${id}-title">
<figcaption><p class="figure-title" id="${id}-title">${headline}</p><p class="figure-subtitle">Orders, number, all customers</p></figcaption>
${body}
<details><summary>Data as a table</summary><div class="table-scroll" tabindex="0" role="group" aria-label="Table of ${id}"><table><thead><tr><th scope="col">Day</th><th scope="col">Orders</th></tr></thead><tbody>${days
    .map((day, i) => `<tr><th scope="row">${day}</th><td>${orders[i]?.toLocaleString("en")}</td></tr>`)
    .join("")}</tbody></table></div></details>
<p class="figure-note">Source: orders, n = 3,421,083. <a href="${download}" download>Data (CSV, 1 kB)</a></p>
</figure>`;
}

/** Horizontal bars with direct labels. */
export function bars(label: string): string {
  const most = Math.max(...orders);
  const rows = days.map((day, i) => {
    const width = ((orders[i] ?? 0) / most) * 480;
    return `<g transform="translate(0,${i * 28})"><text x="92" y="18" text-anchor="end" fill="currentColor">${day}</text><rect x="100" y="4" width="${width.toFixed(1)}" height="20" fill="var(--accent)"/><text x="${(106 + width).toFixed(1)}" y="18" fill="currentColor">${Math.round((orders[i] ?? 0) / 1000)}k</text></g>`;
  });
  return `<svg class="chart-svg" role="img" aria-label="${label}" viewBox="0 0 640 200" width="640" height="200" font-size="13">${rows.join("")}</svg>`;
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
