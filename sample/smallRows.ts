import {AISLES} from "./aisles.ts";
import type {CsvFile} from "./csvFile.ts";
import {DEPARTMENTS} from "./departments.ts";

/** aisles.csv: one row per aisle, by id. */
export async function writeAisleRows(file: CsvFile): Promise<void> {
  file.text("aisle_id,aisle");
  file.endRow();
  for (const {id, name} of AISLES.toSorted((a, b) => a.id - b.id)) {
    file.text(`${id},${name}`);
    file.endRow();
  }
}

/** departments.csv: one wide row, its ids in the header. */
export async function writeDepartmentRow(file: CsvFile): Promise<void> {
  file.text(["department_id", ...DEPARTMENTS.map((_, index) => index + 1)].join(","));
  file.endRow();
  file.text(["department", ...DEPARTMENTS.map(({name}) => name)].join(","));
  file.endRow();
}
