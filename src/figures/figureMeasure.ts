import type {Measure} from "../../data-loaders/config/measures.ts";
import type {FigureContext} from "./figureContext.ts";
import {measureNamed} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** What an analysis tells of its rows; measures.yaml has no such thing. */
export interface AnalysisMeasure {
  readonly kind: "analysis";
  /** As bindings and CSV call it: `lift`. */
  readonly name: string;
  readonly title: string;
  /** `share`, `index`, `money`, or words. */
  readonly unit: string;
  readonly base: string;
  readonly says: string;
  /** Decimals in sentences and tables, of units in words. */
  readonly decimals: number;
  readonly matters?: undefined;
}

/** A column of a figure: a measure of measures.yaml, or what an analysis tells. */
export type FigureMeasure = Measure | AnalysisMeasure;

/** The measures of a figure in order. */
export function figureMeasures(spec: FigureSpec, context: FigureContext): readonly FigureMeasure[] {
  return spec.analysis?.measures ?? spec.measures.map((name) => measureNamed(context, name)!);
}
