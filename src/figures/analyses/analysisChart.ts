import {concentrationCurve} from "../../charts/concentrationCurve.ts";
import {decompositionBars} from "../../charts/decompositionBars.ts";
import type {Drawing} from "../../charts/drawSvg.ts";
import {rankedBars} from "../../charts/rankedBars.ts";
import {triangleMatrix} from "../../charts/triangleMatrix.ts";
import {weekSchedule} from "../../charts/weekSchedule.ts";
import type {FigureContext} from "../figureContext.ts";
import type {FigureData} from "../figureData.ts";
import {figureMarks} from "../figureMarks.ts";
import {heatTable} from "../heatTable.ts";
import {inTwoWidths} from "../inTwoWidths.ts";
import {concentrationPoints} from "./concentrationPoints.ts";
import {decompositionRows} from "./decompositionRows.ts";
import {ladderDrawing} from "./ladderDrawing.ts";
import {matrixPairs} from "./matrixPairs.ts";
import {scheduleWeek} from "./scheduleWeek.ts";

/** The picture of an analysis, as HTML without blank lines. */
export function analysisChart(data: FigureData, context: FigureContext, alt: string): string {
  const drawn = (draw: (drawing: Drawing) => string) => inTwoWidths(data.spec.id, alt, draw);
  const {picture, spec} = data;
  switch (picture?.form) {
    case "concentration": {
      const {points, along, upwards} = concentrationPoints(picture.concentration);
      return drawn((drawing) => concentrationCurve(points, {...drawing, along, upwards}));
    }
    case "schedule": {
      const {rows, windows, key} = scheduleWeek(picture);
      return `${drawn((drawing) => weekSchedule(rows, windows, drawing))}\n${key}`;
    }
    case "ladder":
      return drawn((drawing) => ladderDrawing(picture.ladder, spec, context, drawing));
    case "decomposition": {
      const {titles, rows} = decompositionRows(picture, context);
      return drawn((drawing) => decompositionBars(titles, rows, drawing));
    }
    case undefined: {
      if (spec.analysis?.form !== "matrix")
        return drawn((drawing) => rankedBars(pairedNames(data, context), drawing));
      if (spec.analysis.values.length > 0) return heatTable(data, context);
      const {names, pairs} = matrixPairs(data, context);
      return drawn((drawing) => triangleMatrix(names, pairs, drawing));
    }
  }
}

/** Marks named by all labels of their row: `Bananas + milk`. */
function pairedNames(data: FigureData, context: FigureContext) {
  return figureMarks(data, data.rows, context).map((mark, at) => {
    const name = data.rows[at]!.labels.map((label) => label.name).join(" + ");
    return {...mark, name, short: name};
  });
}
