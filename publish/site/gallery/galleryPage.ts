import {narrow, panel, wide} from "../../../src/charts/chartSize.ts";
import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {rankedBars} from "../../../src/charts/rankedBars.ts";
import {smallMultiples} from "../../../src/charts/smallMultiples.ts";
import {verdictMark} from "../../../src/charts/verdictMark.ts";
import type {Publication, PublishedPage} from "../../../src/pages/publication.ts";
import {galleryForms} from "./galleryForms.ts";
import {hostileMarks} from "./hostileMarks.ts";

/** Adds a page with every chart form and hostile data: for those who write charts, in the preview only. */
export function withGallery(publication: Publication): Publication {
  return {...publication, pages: [...publication.pages, galleryPage()]};
}

export function galleryPage(): PublishedPage {
  const forms = Object.keys(galleryForms).map(
    (form) =>
      `## ${form}\n\n${Object.keys(hostileMarks)
        .map((words) => example(form, words))
        .join("\n\n")}`
  );
  const parts = ["# Gallery", "Every chart form with data that is hard to draw.", ...forms, multiples()];
  return {
    path: "gallery",
    title: "Gallery of charts",
    group: "For makers",
    figures: [],
    markdown: `${parts.join("\n\n")}\n`
  };
}

function example(form: string, words: string): string {
  const [draw, marks] = [galleryForms[form]!, hostileMarks[words]!];
  const drawn = (size: typeof wide) => {
    const id = `${form}-${words.replaceAll(" ", "-")}-${size.name}`;
    return draw(marks, {id, size, alt: `${form} of ${words}.`});
  };
  return `<div class="figure"><p class="panel-title">${escapeHtml(words)}</p>
<div class="chart chart-wide">${drawn(wide)}</div>
<div class="chart chart-narrow screen-only">${drawn(narrow)}</div></div>`;
}

function multiples(): string {
  const panels = Object.entries(hostileMarks).map(([title, data]) => ({
    title,
    data,
    says: "12% of customers"
  }));
  const drawn = smallMultiples(
    panels,
    {id: "multiples", size: panel, alt: "Small multiples."},
    (marks, drawing) => rankedBars(marks, drawing)
  );
  const verdicts = (["difference", "no difference", "can't tell"] as const).map(
    (verdict) => `<tr><th scope="row">Items per order</th><td>${verdictMark(verdict)}</td></tr>`
  );
  return `## smallMultiples and verdictMark

<div class="figure">${drawn}<table><thead><tr><th scope="col">Measure</th><th scope="col">Verdict</th></tr></thead><tbody>${verdicts.join("")}</tbody></table></div>`;
}
