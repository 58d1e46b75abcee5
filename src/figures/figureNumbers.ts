import type {PublishedNumber} from "../pages/publication.ts";
import type {FigureData} from "./figureData.ts";

/** Every value of a figure that the reader can see, each with an id that stays the same from version to version. */
export function figureNumbers({spec, rows, measures}: FigureData): readonly PublishedNumber[] {
  return rows.flatMap((row) => {
    const labels = row.labels.map(({name}) => name);
    return measures.flatMap((measure, at): PublishedNumber[] => {
      const value = row.values[at]!;
      if (!Number.isFinite(value)) return [];
      const {name, unit, base} = measure;
      const id = [spec.id, name, ...labels].join("/");
      const interval = row.intervals[at];
      const verdict = row.verdicts[at];
      return [
        {
          id,
          figure: spec.id,
          measure: name,
          labels,
          value,
          unit,
          base,
          n: row.customers,
          ...(interval && isKnown(interval) && {interval: {low: interval.low, high: interval.high}}),
          ...(verdict && {verdict})
        }
      ];
    });
  });
}

const isKnown = ({low, high}: {readonly low: number; readonly high: number}) =>
  Number.isFinite(low) && Number.isFinite(high);
