import type {PopulationFlow} from "../../data-loaders/tables/populationFlow.ts";
import type {Database} from "./database.ts";
import {flowSql} from "./flow.ts";
import type {Tally} from "./tally.ts";

/** Rows in, in use and set aside by reason, and values taken as missing: the same lists on both sides. */
export async function compareFlow(
  {tables, values}: PopulationFlow,
  sql: Database,
  tally: Tally
): Promise<void> {
  const ours = new Map<string, number>();
  for (const {table, rows_in, rows_used, set_aside} of tables) {
    ours.set(`${table}: in`, rows_in);
    ours.set(`${table}: used`, rows_used);
    for (const {reason, rows} of set_aside) ours.set(`${table}: ${reason}`, rows);
  }
  for (const {table, column, note, rows} of values) ours.set(`${table}: ${column} ${note}`, rows);
  const {told_of, reason, row_count} = await sql.answer(flowSql);
  const theirs = new Map(
    told_of!.map((table, row) => [`${table}: ${reason![row]}`, row_count![row] as number])
  );
  for (const name of new Set([...ours.keys(), ...theirs.keys()]))
    tally.equal(ours.get(name) ?? 0, theirs.get(name) ?? 0, () => `rows of ${name}`);
}
