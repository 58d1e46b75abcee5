import {pageMargins} from "../pageRules.ts";
import type {Box} from "../markedBoxes.ts";

/** A page as it came out: its size in points, and where its marked content stands. */
export interface FilledPage {
  readonly width: number;
  readonly height: number;
  readonly boxes: Iterable<Box>;
}

/** Grain: one page of which more than half is empty. */
export interface HalfEmptyPage {
  /** From 1. */
  readonly page: number;
  /** Why it may be; absent when it should not. */
  readonly reason?: "cover" | "chapter ends" | "turned page before or after";
}

const pointsPerMillimetre = 72 / 25.4;

/** Share of a page's height, within its margins, down to which its content reaches. */
export function pageFill({height, boxes}: Pick<FilledPage, "height" | "boxes">): number {
  const feet = [...boxes].map(([, bottom]) => bottom);
  const [top, foot] = [pageMargins.top, pageMargins.foot].map((one) => one * pointsPerMillimetre) as [
    number,
    number
  ];
  if (feet.length === 0) return 0;
  return (height - top - Math.max(Math.min(...feet), foot)) / (height - top - foot);
}

/**
 * Pages more than half empty, with the reason where there is one.
 * @param chapters pages on which chapters begin, from 1
 */
export function halfEmptyPages(pages: readonly FilledPage[], chapters: ReadonlySet<number>): HalfEmptyPage[] {
  const isTurned = (page: FilledPage | undefined) => page !== undefined && page.width > page.height;
  return pages.flatMap((page, at): HalfEmptyPage[] => {
    if (pageFill(page) >= 0.5) return [];
    const next = pages[at + 1];
    const reason =
      at === 0
        ? "cover"
        : !next || chapters.has(at + 2)
          ? "chapter ends"
          : isTurned(page) || isTurned(next)
            ? "turned page before or after"
            : undefined;
    return [{page: at + 1, ...(reason && {reason})}];
  });
}
