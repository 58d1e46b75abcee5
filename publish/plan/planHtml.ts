import {readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import {fontFaces} from "../site/fontFaces.ts";
import {findingsHtml, pagesHtml} from "./sections/printedHtml.ts";
import {segmentationHtml} from "./sections/segmentationHtml.ts";
import type {Plan} from "./plan.ts";
import {planGround, planSummary, planTitle, privacyWords} from "./planWords.ts";

/** Nothing is fetched and nothing runs, whatever a label says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** The plan as one page that needs nothing beside it. @param root the project's folder */
export async function planHtml(plan: Plan, root: string): Promise<string> {
  const title = planTitle(plan);
  const [heading, ground] = [headingOf(plan), planGround(plan)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${await styles(root)}</style>
</head>
<body>
<main>
<p class="kicker">${escapeHtml(plan.now.title)} · ${escapeHtml(title)}</p>
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(planSummary(plan))}</p>
${listHtml("ground", ground)}${problemsHtml(plan)}${listHtml("ground", plan.notes)}${plan.segmentations
  .map((change) => segmentationHtml(change, plan))
  .join("\n")}
${pagesHtml(plan)}
${findingsHtml(plan)}
<footer><p>${escapeHtml(privacyWords(plan))}</p><p>Moves are counted on the data of now: by the old definition, and by the new one. Sizes before are those that were published.</p></footer>
</main>
</body>
</html>
`;
}

function headingOf({same, against, now, published}: Plan): string {
  if (published) return `What changed with version ${now.version}`;
  if (!against) return `What version ${now.version} would hold`;
  return same ? "Nothing changes" : `What publishing version ${now.version} would change`;
}

function listHtml(name: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<ul class="${name}">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>\n`;
}

function problemsHtml({problems}: Plan): string {
  if (problems.length === 0) return "";
  return `<div class="stop"><p><strong>This would stop the report:</strong></p>${listHtml("problems", problems)}</div>\n`;
}

/** The report's style sheet with its faces in it: Latin only, since each weighs as much as the page. */
async function styles(root: string): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: ["publish/plan/plan.css"],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    outdir: join(root, "plan")
  });
  const faces = fontFaces(root).filter(({file}) => FACES.test(file));
  const sheet = faces.map(({source, descriptors}) => {
    const bytes = readFileSync(source).toString("base64");
    return `@font-face{${descriptors}src:url(data:font/woff2;base64,${bytes}) format("woff2")}`;
  });
  return `${sheet.join("")}${outputFiles[0]?.text ?? ""}`.replaceAll("</", "<\\/");
}

const FACES = /^(source-sans-3-latin-[46]00|source-serif-4-latin-600)-normal/;
