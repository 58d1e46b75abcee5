import type {CurvePoint} from "../../charts/concentrationCurve.ts";
import type {Concentration} from "../../../data-loaders/analyses/concentration.ts";

/** Shares of customers at which the curve is written out. */
const told = [0.1, 0.5];

/** The curve with those who have most first, and the titles of its axes. */
export function concentrationPoints({of, curve}: Concentration): {
  readonly points: readonly CurvePoint[];
  readonly along: string;
  readonly upwards: string;
} {
  const points = [...curve]
    .reverse()
    .map(({customer_share, part_share}) => ({x: 1 - customer_share, y: 1 - part_share}));
  const labelled = new Set(told.map((share) => nearestTo(points, share)));
  const verb = of === "orders" ? "place" : of === "items" ? "buy" : "make";
  return {
    along: `Share of customers, those with most ${of} first`,
    upwards: `Share of ${of}`,
    points: points.map((point) => {
      const words = `${percent(point.x)} of customers ${verb} ${percent(point.y)} of ${of}`;
      return {...point, tip: words, ...(labelled.has(point) && {label: words})};
    })
  };
}

function nearestTo<Point extends {readonly x: number}>(
  points: readonly Point[],
  share: number
): Point | undefined {
  return points.reduce<Point | undefined>(
    (best, point) => (!best || Math.abs(point.x - share) < Math.abs(best.x - share) ? point : best),
    undefined
  );
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
