import type {Page} from "puppeteer";
import type {Block, Extent} from "./block.ts";

/** Sizes of the printed page within its margins, in millimetres. */
export interface PrintArea {
  readonly width: number;
  readonly height: number;
  /** Height of a page that has to hold a whole chapter: its margins are narrower. */
  readonly onePage: number;
}

/** Between two columns, in millimetres; print.css knows it too. */
export const gutter = 8;

/** Taller drawings would shrink to fit a page, and a narrow one's letters with them; in pixels of CSS. */
const tallest = 600;

/**
 * Blocks of every chapter that is to be planned, measured as they will be printed: in full and in half width.
 * @param sparing how much of what can be spared is: 0, 1 or 2
 */
export async function measureChapters(
  page: Page,
  {width}: Pick<PrintArea, "width">,
  sparing = 0
): Promise<Block[][]> {
  await page.emulateMediaType("print");
  await page.$eval("body", ({classList}, sparing) => classList.add(`spare-${sparing}`), sparing);
  const full = await measured(page, width);
  const tight = await measured(page, width, "tight");
  const half = await measured(page, (width - gutter) / 2, "halves");
  await page.$eval("body", ({classList}, sparing) => classList.remove(`spare-${sparing}`), sparing);
  return full.map((blocks, chapter) =>
    blocks.map(({kind, splits, hasValues, canHalve: _, overflows: __, ...extent}, at): Block => {
      const narrow = half[chapter]?.[at];
      const close = tight[chapter]?.[at];
      return {
        kind,
        splits,
        hasValues,
        full: extent,
        ...(close && {tight: extentOf(close)}),
        ...(narrow?.canHalve && !narrow.overflows && narrow.drawing <= tallest && {half: extentOf(narrow)})
      };
    })
  );
}

interface Measured extends Extent {
  readonly kind: Block["kind"];
  readonly splits: boolean;
  readonly hasValues: boolean;
  readonly canHalve: boolean;
  readonly overflows: boolean;
}

function extentOf({height, gap, drawing}: Measured): Extent {
  return {height, gap, drawing};
}

async function measured(page: Page, width: number, setting?: "tight" | "halves"): Promise<Measured[][]> {
  return page.evaluate(
    async (width, setting) => {
      const {body} = document;
      body.style.width = `${width}mm`;
      if (setting) body.classList.add(setting);
      await document.fonts.ready;
      const chapters = [...document.querySelectorAll(".chapter.planned")].map((chapter) => {
        let bottom = chapter.getBoundingClientRect().top;
        return [...chapter.children].map((child): Measured => {
          const box = child.getBoundingClientRect();
          const gap = Math.max(0, box.top - bottom);
          bottom = box.bottom;
          const drawings = [...child.querySelectorAll("svg[role=img]")].map((svg) =>
            svg.getBoundingClientRect()
          );
          const kind = child.matches(".wide")
            ? "turned"
            : /^H[1-6]$/.test(child.tagName)
              ? "heading"
              : child.matches("figure, .figure")
                ? "figure"
                : child.matches("p, ul, ol, dl, pre, table, .table-scroll, .opened, hr")
                  ? "text"
                  : "box";
          const splits =
            kind === "figure"
              ? child.matches(".long")
              : kind === "text" && box.height > 110 && !child.matches(":has(table.short)");
          const narrow = child.querySelector(".chart-narrow");
          const cut = /…/;
          // Drawings side by side are one in height.
          const tops = new Map(
            drawings.filter(({height}) => height > 0).map(({top, height}) => [Math.round(top), height])
          );
          return {
            kind,
            splits,
            height: box.height,
            gap,
            drawing: [...tops.values()].reduce((sum, height) => sum + height, 0),
            hasValues: child.querySelector(".figure-values") !== null,
            canHalve:
              kind !== "figure" ||
              child.querySelector("table.narrow") !== null ||
              // A name that is cut in half the width stands whole in all of it; a page for all has no choice.
              (narrow !== null &&
                (child.closest(".one-page") !== null || !cut.test(narrow.textContent ?? ""))),
            overflows: child.scrollWidth > child.clientWidth + 1
          };
        });
      });
      body.style.width = "";
      if (setting) body.classList.remove(setting);
      return chapters;
    },
    width,
    setting
  );
}
