import type {Publication, PublishedPage} from "../../src/pages/publication.ts";

/** A small report written by hand: figures, a table over pages, links between pages, and every awkward letter. */
export function reportFixture(profiles = 3): Publication {
  const segments = Array.from({length: profiles}, (_, at) => ({
    path: `profiles/segment-${at + 1}`,
    title: `Profile ${at + 1}: Café owners`
  }));
  return {
    settings: {
      title: "Who shops when, and for what",
      subtitle: "Final report on online grocery orders",
      organisation: "Grocer & Söhne",
      audience: "VP Marketing and SVP Sales",
      version: "1.2.0",
      date: "2026-11-22",
      language: "en",
      paper: "A4",
      summary: [],
      customersAtLeast: 10,
      largestCustomerAtMost: 0.5,
      segmentPages: ["profile"]
    },
    sources: {citation: '"The Grocery Dataset 2017"', notice: "Prices and customers are invented."},
    pages: [
      page("index", "Summary", "Answers", [
        "The busiest hour is **10 to 11**: 1 in 12 orders. See [when people order](./when) and [its second figure](./when#by-day).",
        `1. [Profile 1](profiles/segment-1#so-what-for-them) buys at night.\n2. A site on the [web](https://example.org/a).\n3. The [data](data/orders-by-hour.csv) and *what it means*.`,
        `- Rosé®, Nestlé’s crème brûlée, jalapeño, Kraków, “naïve” – 50 ¢\n- Tokens like \${1 + 1} and \`{{ spend }}\` stay as they are.`
      ]),
      page("when", "When do people order?", "Answers", [
        "Orders peak in the late morning.",
        figure("by-hour", 1, "Orders peak between ten and three", hours),
        "## So what",
        "Schedule advertisements for the quiet hours. ".repeat(12),
        figure("by-day", 2, "Saturday is the busiest day", days),
        "### And the nights",
        "Few order between midnight and five. ".repeat(20)
      ]),
      page(
        "tables",
        "Products with a very long name, so that its running title has to be long as well, and longer",
        "Answers",
        ["Every product of the shelf.", longTable(140), "## A wide one", wideTable()]
      ),
      ...segments.map(({path, title}) =>
        page(path, title, "Profiles", [
          "They order often. ".repeat(30),
          "## So what for them",
          "Compare with [when all order](../when#so-what) or [the summary](../index).",
          figure(path.replaceAll("/", "-"), 3, `What ${title} buys`, days)
        ])
      ),
      page("methods", "Methods", "About", [
        "<details><summary>How rows were set aside</summary>\n\n| reason | rows |\n|---|---:|\n| no product | 32 |\n\n</details>",
        "#### A level too deep",
        "> Prices are invented."
      ])
    ],
    downloads: [{path: "data/orders-by-hour.csv", content: "hour,orders\n0,1\n"}],
    numbers: []
  };
}

export const hours = Array.from({length: 24}, (_, hour): [string, number] => [
  `${hour}:00`,
  40 + Math.round(60 * Math.sin((hour / 24) * Math.PI))
]);
const days: [string, number][] = [
  ["Saturday", 96],
  ["Sunday", 88],
  ["Monday", 70],
  ["Tuesday", 61],
  ["Wednesday", 58],
  ["Thursday", 62],
  ["Friday", 74]
];

function page(path: string, title: string, group: string, blocks: readonly string[]): PublishedPage {
  return {path, title, group, markdown: `# ${title}\n\n${blocks.join("\n\n")}\n`, figures: []};
}

export function figure(
  id: string,
  number: number,
  headline: string,
  rows: readonly (readonly [string, number])[]
): string {
  const bars = rows.map(
    ([name, value], at) =>
      `<text x="96" y="${at * 22 + 15}" text-anchor="end">${name}</text><rect x="104" y="${at * 22 + 3}" width="${value * 5}" height="16" fill="var(--accent)" fill-opacity="0.9" clip-path="url(#${id}-clip)"/><text x="${value * 5 + 110}" y="${at * 22 + 15}">${value}</text>`
  );
  const height = rows.length * 22;
  const table = rows
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`)
    .join("");
  const svg = `<svg role="img" aria-label="${headline}: ${rows[0]?.[1]} at most." width="680" height="${height}" font-size="14"><defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0,6L6,0" stroke="var(--ink-soft)"/></pattern><clipPath id="${id}-clip"><rect width="680" height="${height}"/></clipPath></defs>${bars.join("")}<rect x="600" width="60" height="20" fill="url(#${id}-hatch)"/></svg>`;
  return `<figure class="figure" id="${id}" aria-labelledby="${id}-title">
<figcaption><p class="figure-title" id="${id}-title"><span class="figure-number">Figure ${number}</span> ${headline}</p><p class="figure-subtitle">Share of orders, in %, all customers</p></figcaption>
<div class="chart chart-wide">${svg}</div>
<div class="chart chart-narrow screen-only">${svg}</div>
<p class="figure-note">Source: the fixture, n = 1,000 customers.</p>
<details class="figure-data"><summary>Values of figure ${number} as a table</summary><div class="table-scroll" tabindex="0"><table><thead><tr><th></th><th class="number">Share</th></tr></thead><tbody>${table}</tbody></table></div></details>
<p class="figure-links screen-only"><a href="data/${id}.csv" download>Data for figure ${number} (CSV, 1 kB)</a></p>
</figure>`;
}

function longTable(rows: number): string {
  const body = Array.from(
    {length: rows},
    (_, at) => `| Product ${at + 1}, crème brûlée | ${at % 21} | ${(at * 37) % 1000} |`
  );
  return ["| Product | Department | Orders |", "|---|---:|---:|", ...body].join("\n");
}

function wideTable(): string {
  const columns = Array.from({length: 12}, (_, at) => `Department ${at + 1}`);
  return [
    ["Segment", ...columns],
    ["---", ...columns.map(() => "---:")],
    ["Loyal", ...columns.map((_, at) => String(at * 3))]
  ]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
