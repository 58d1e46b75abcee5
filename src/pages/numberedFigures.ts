import type {FigureSpec} from "../figures/figureSpec.ts";
import type {PageSource} from "./pageSource.ts";
import type {Written} from "./scope.ts";

/** A figure's number and the page it stands on. */
export interface NumberedFigure {
  readonly number: number;
  readonly path: string;
  readonly spec: FigureSpec;
}

/** Figures are numbered through the whole report, in reading order; those left out take no number. */
export function numberedFigures(pages: readonly PageSource[]): ReadonlyMap<string, NumberedFigure> {
  const specs = pages.flatMap(({path, blocks}) =>
    blocks.flatMap((block) =>
      block.kind === "figure" && !block.spec.unavailable ? [{path, spec: block.spec}] : []
    )
  );
  return new Map(specs.map(({path, spec}, at) => [spec.id, {number: at + 1, path, spec}]));
}

/** Every figure by its id, also those that this data lacks. */
export function figuresById(pages: readonly PageSource[]): ReadonlyMap<string, FigureSpec> {
  const figures = new Map<string, FigureSpec>();
  for (const {blocks} of pages) {
    for (const block of blocks) if (block.kind === "figure") figures.set(block.spec.id, block.spec);
  }
  return figures;
}

/** `Figure 3`, linked. */
export function figureLink({number, path, spec}: NumberedFigure): Written {
  return {text: `Figure ${number}`, link: {path, anchor: spec.id}};
}
