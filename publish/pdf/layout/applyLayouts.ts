import type {Page} from "puppeteer";

/** What is done to the blocks of a chapter before it is printed. */
export interface ChapterLayout {
  /** How much of what can be spared is: 0, 1 or 2. */
  readonly sparing: number;
  /** Blocks that have no room. */
  readonly out: readonly number[];
  /** Blocks that begin a page. */
  readonly starts: readonly number[];
  /** Runs of blocks that stand side by side: from, middle, to. */
  readonly pairs: readonly (readonly [number, number, number])[];
  /** Blocks that are set closer. */
  readonly tight: readonly number[];
  /** Share of their height at which drawings of a block stand. */
  readonly scales: readonly (readonly [number, number])[];
}

/** A block that was taken out, with the places in it. */
interface TakenOut {
  readonly chapter: number;
  readonly title: string;
  /** `Figure 12` */
  readonly figure: string;
  readonly ids: readonly string[];
}

/**
 * Sets the layouts in the document, one for each chapter marked `planned`. Links to what has no room lead to its values
 * where they stand at the end, and a line at the end of the chapter tells their page; else the links become text.
 * @returns titles of what is nowhere told
 */
export async function applyLayouts(page: Page, layouts: readonly ChapterLayout[]): Promise<string[]> {
  const taken = await arrange(page, layouts);
  const told = await leadToValues(page, taken);
  return taken.flatMap(({chapter, title}, at) =>
    title === "" ||
    told.includes(at) ||
    (taken[at]?.figure === "" && told.some((one) => taken[one]?.chapter === chapter))
      ? []
      : [title]
  );
}

async function arrange(page: Page, layouts: readonly ChapterLayout[]): Promise<TakenOut[]> {
  return page.$$eval(
    ".chapter.planned",
    (chapters, layouts) =>
      chapters.flatMap((chapter, at) => {
        const {sparing, out, starts, pairs, tight, scales} = layouts[at]!;
        const blocks = [...chapter.children] as HTMLElement[];
        if (sparing > 0) chapter.classList.add(`spare-${sparing}`);
        for (const [block, scale] of scales)
          if (scale < 1) blocks[block]?.style.setProperty("--drawn", scale.toFixed(3));
        for (const block of tight) blocks[block]?.classList.add("tight");
        for (const [from, middle, to] of pairs) {
          const pair = document.createElement("div");
          pair.className = "pair";
          blocks[from]?.before(pair);
          for (const [start, end] of [
            [from, middle],
            [middle, to]
          ] as const) {
            const half = document.createElement("div");
            half.className = "half";
            half.append(...blocks.slice(start, end));
            pair.append(half);
          }
        }
        for (const block of starts) {
          const first = blocks[block]?.closest(".pair") ?? blocks[block];
          first?.classList.add("page-start");
        }
        return out.map((place) => {
          const block = blocks[place]!;
          block.remove();
          const title =
            block.querySelector(".figure-title, h2, h3") ?? (/^H/.test(block.tagName) ? block : undefined);
          return {
            chapter: at,
            title: title?.textContent?.trim() ?? "",
            figure: block.querySelector(".figure-number")?.textContent?.trim() ?? "",
            ids: [block, ...block.querySelectorAll("[id]")].map(({id}) => id).filter((id) => id !== "")
          };
        });
      }),
    layouts
  );
}

/** @returns which of them have values elsewhere, by index */
async function leadToValues(page: Page, taken: readonly TakenOut[]): Promise<number[]> {
  return page.$$eval(
    ".chapter.planned",
    (chapters, taken) =>
      taken.flatMap(({chapter, figure, ids}, at) => {
        const lists = ids.map((id) => document.getElementById(`${id}--values`));
        ids.forEach((id, place) => {
          const values = lists[place];
          for (const link of document.querySelectorAll(`a[href="#${CSS.escape(id)}"]`)) {
            const slot = link.querySelector("[data-page-of]");
            if (values?.parentElement?.contains(link)) link.replaceWith("Drawn on the site");
            else if (values) {
              link.setAttribute("href", `#${values.id}`);
              slot?.setAttribute("data-page-of", values.id);
            } else {
              link.querySelector(".page-reference")?.remove();
              link.replaceWith(...link.childNodes);
            }
          }
        });
        const values = lists.find(Boolean);
        if (!values) return [];
        const section = chapters[chapter]!;
        let line = section.querySelector(".page-note.elsewhere");
        if (!line) {
          line = document.createElement("p");
          line.className = "page-note elsewhere";
          line.append("More among the values: ");
          section.append(line);
        } else line.append("; ");
        const link = document.createElement("a");
        link.href = `#${values.id}`;
        const number = document.createElement("span");
        number.setAttribute("data-page-of", values.id);
        number.textContent = "00";
        link.append(`${figure}, page `, number);
        line.append(link);
        return [at];
      }),
    taken
  );
}
