import {escapeHtml} from "../charts/escapeText.ts";
import type {ChartMark} from "../charts/chartMark.ts";
import type {FigureContext} from "./figureContext.ts";
import {segmentationNamed} from "./figureContext.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import {figureMarks} from "./figureMarks.ts";
import {heatStep, indexStep} from "./heatSteps.ts";
import {rowsByLabel} from "./rowsByLabel.ts";
import {scrollBox} from "./tableHtml.ts";

/** A table whose cells are coloured by amount, or by how far from 100 they lie: two attributes with long names. */
export function heatTable(data: FigureData, context: FigureContext): string {
  const grid = data.dimensions.length === 1 ? crossGrid(data, context) : dimensionGrid(data);
  const most = Math.max(...data.rows.map(({values}) => values[0]! || 0));
  const isIndex = data.measures[0]!.kind === "index";
  // Only what is sure and large enough to act on is coloured: small departments move most by chance.
  const isCompared = isIndex && data.verdicts[0] !== undefined;
  const step = (value: number) => (isIndex ? indexStep(value) : heatStep(value, most));
  const heads = grid.columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const body = grid.rows.map(({name, cells}) => {
    const marks = figureMarks(data, cells, context, {tight: true});
    return `<tr><th scope="row">${escapeHtml(name)}</th>${marks.map((mark) => heatCell(mark, isCompared && mark.verdict !== "difference" ? undefined : step(mark.value))).join("")}</tr>`;
  });
  const table = `<table class="heat-table"><thead><tr><th scope="col">${escapeHtml(grid.corner)}</th>${heads}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  return scrollBox(table, "Heat table");
}

function heatCell({label, tip, hidden}: ChartMark, step: string | undefined): string {
  const classes = hidden ? "too-few" : (step ?? "");
  return `<td class="${classes}" data-tip="${escapeHtml(tip)}">${escapeHtml(label)}</td>`;
}

interface Grid {
  /** Head of the rows' names. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {readonly name: string; readonly cells: readonly FigureRow[]}[];
}

function dimensionGrid(data: FigureData): Grid {
  const rows = rowsByLabel(data);
  return {
    corner: data.dimensions[0]!.title,
    columns: rows[0]?.map(({labels}) => labels[1]!.name) ?? [],
    rows: rows.map((cells) => ({name: cells[0]!.labels[0]!.name, cells}))
  };
}

/** A segmentation that crosses two is laid out as the rows and columns of its parts: its segments are row-major. */
function crossGrid(data: FigureData, context: FigureContext): Grid {
  const cross = segmentationNamed(context, data.dimensions[0]!.name);
  if (cross?.kind !== "cross") throw new Error(`${data.dimensions[0]!.name} is no cross`);
  const [down, along] = cross.of.map((name) => segmentationNamed(context, name)!);
  const byCode = new Map(data.rows.map((row) => [row.codes[0]!, row]));
  const width = along!.segments.length;
  return {
    corner: down!.title,
    columns: along!.segments.map(({label}) => label),
    rows: down!.segments.map(({label}, row) => ({
      name: label,
      cells: along!.segments.map((_, column) => byCode.get(row * width + column) ?? nobody(data))
    }))
  };
}

/** A combination in which no customer stands. */
function nobody({measures}: FigureData): FigureRow {
  const none = measures.map(({kind}) => (kind === "total" ? 0 : Number.NaN));
  const nothing = measures.map(() => Number.NaN);
  return {
    codes: [],
    labels: [],
    values: none,
    bases: nothing,
    shares: nothing,
    intervals: [],
    verdicts: [],
    customers: 0,
    hidden: false
  };
}
