import {segmentCode, sliceFirst} from "../aggregateCells.ts";
import type {FigureContext} from "../figureContext.ts";
import type {Aggregates, FigureData} from "../figureData.ts";
import type {FigureSpec} from "../figureSpec.ts";
import {affinityData} from "./affinityData.ts";
import {analysisAggregates, analysisQuery} from "./analysisQueries.ts";
import type {AnalysisResult} from "./analysisRows.ts";
import {analysisFigure} from "./analysisRows.ts";
import {concentrationData} from "./concentrationData.ts";
import type {CountedAnalyses} from "./countedAnalyses.ts";
import {decompositionData} from "./decompositionData.ts";
import {ladderData} from "./ladderData.ts";
import {liftData} from "./liftData.ts";
import {matrixData} from "./matrixData.ts";
import {scheduleData} from "./scheduleData.ts";

/** The rows of an analysis figure. Throws a plain Error when something was not counted: the figure was checked before. */
export function analysisData(
  spec: FigureSpec,
  context: FigureContext,
  aggregate: Aggregates,
  analyses: CountedAnalyses
): FigureData {
  return analysisFigure(spec, resultOf(spec, context, aggregate, analyses));
}

function resultOf(
  spec: FigureSpec,
  context: FigureContext,
  aggregate: Aggregates,
  analyses: CountedAnalyses
): AnalysisResult {
  const queries = analysisAggregates(spec, context);
  const whole = aggregate({by: []});
  const customers = whole.parts.customers[0]!;
  const query = analysisQuery(spec);
  switch (spec.analysis!.form) {
    case "matrix":
      return matrixData(spec, context, analyses.crosstabs(), customers);
    case "concentration":
      if (query?.kind !== "concentration") throw new Error(`${spec.id} asks for no concentration`);
      return concentrationData(analyses.concentration(query.of));
    case "affinity":
      if (query?.kind !== "affinity") throw new Error(`${spec.id} asks for no affinity`);
      return affinityData(analyses.affinity(query.query), spec);
    case "schedule":
      return scheduleData(aggregate(queries[0]!), whole);
    case "ladder":
      return ladderData(analyses.ladder({}), context.measures.currency, customers);
    case "decomposition":
      return decompositionData(aggregate(queries[0]!), whole, spec);
    case "lift": {
      const cells = aggregate(queries[0]!);
      const code = segmentCode(cells, spec.of!.label);
      const group = aggregate(queries[2]!).parts.customers[code]!;
      return liftData(
        {own: sliceFirst(cells, code), base: aggregate(queries[1]!), customers: group, all: customers},
        spec
      );
    }
  }
}
