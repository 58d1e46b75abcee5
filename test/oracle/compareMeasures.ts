import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import {whyNotCounted} from "../../data-loaders/measures/measureParts.ts";
import {measureValues} from "../../data-loaders/measures/measureValues.ts";
import {isCustomerDimension} from "./counts.ts";
import {MEASURES, questionSql} from "./measures.ts";
import type {Asked} from "./readByBoth.ts";
import type {Tally} from "./tally.ts";

const ASKED = [
  ["loyalty"],
  ["household"],
  ["hour"],
  ["department"],
  ["price_range"],
  ["profile", "department"]
];

/** Every measure of config/measures.yaml over some groupings, each cell a part of everyone. Ratios to the last digits. */
export async function compareMeasures(
  measures: readonly Measure[],
  {aggregates, sql}: Asked,
  tally: Tally
): Promise<void> {
  for (const by of ASKED) {
    const general = by.filter((name) => !isCustomerDimension(name));
    const [cells, base, whole] = (await aggregates([by, general, []])).map((raw) => discloseAlone(raw, 0));
    const size = general.length > 0 ? cells!.dimensions.at(-1)!.labels.length : 1;
    const cellOf = Uint32Array.from({length: cells!.cells}, (_, cell) => cell % size);
    const groupOf = new Uint8Array(cells!.cells);
    const grains = cells!.dimensions.map(({grain}) => grain);
    const counted = measures.filter((measure) => whyNotCounted(measure, grains) === undefined);
    for (const {name} of measures)
      if (!(name in MEASURES)) tally.fault(`write ${name} in SQL in test/oracle/measures.ts`);
    const answer = await sql.answer(questionSql({by, measures: counted.map(({name}) => name)}));
    const rows = answer.described_customers!.map((_, row) =>
      cells!.dimensions.reduce(
        (cell, {name, labels}) => cell * labels.length + labels.indexOf(String(answer[name]![row])),
        0
      )
    );
    for (const measure of counted) {
      const ours = measureValues(measure, cells!, {
        group: whole!,
        groupOf,
        base: {cells: base!, cellOf, whole: whole!}
      });
      rows.forEach((cell, row) => {
        const value = answer[measure.name]![row] ?? Number.NaN;
        const theirs = Number(value) * (inCents(measure) ? 100 : 1);
        tally.near(
          ours[cell]!,
          theirs,
          1e-12 * Math.abs(theirs),
          () => `${measure.name} by ${by}, cell ${cell}`
        );
      });
    }
  }
}

const inCents = ({unit}: Measure): boolean => unit === "money" || unit.startsWith("money ");
