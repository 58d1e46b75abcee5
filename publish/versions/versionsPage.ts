import {escapeHtml} from "../../src/charts/escapeText.ts";
import {longDate} from "../../src/figures/longDate.ts";
import type {VersionEntry, VersionIndex} from "./versionIndex.ts";

/** `index.html` beside the versions: all of them, the latest first. @param sheet address of a style sheet to borrow */
export function versionsPage({latest, versions}: VersionIndex, sheet: string | undefined): string {
  const newest = versions.find(({version}) => version === latest);
  const title = newest?.title ?? "No version is published yet";
  const rows = [...versions].reverse().map((entry) => row(entry, latest));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title}: all versions`)}</title>${sheet === undefined ? "" : `\n<link rel="stylesheet" href="${escapeHtml(sheet)}">`}
</head>
<body class="all-versions">
<main>
<h1>${escapeHtml(title)}</h1>
<p>All published versions. Each stays as it was published.</p>
<table>
<thead><tr><th scope="col">Version</th><th scope="col">Date</th><th scope="col">Report</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function row({version, date, title}: VersionEntry, latest: string | undefined): string {
  const name = escapeHtml(version);
  const mark = version === latest ? " <strong>latest</strong>" : "";
  return `<tr><th scope="row"><a href="${name}/index.html">${name}</a>${mark}</th><td>${longDate(date)}</td><td>${escapeHtml(title)}</td></tr>`;
}
