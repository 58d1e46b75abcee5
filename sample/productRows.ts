import {AISLES} from "./aisles.ts";
import type {Catalogue} from "./catalogue.ts";
import type {CsvFile} from "./csvFile.ts";

/** products.csv: by id, lines ending in CRLF, with the defects of the real file. */
export async function writeProductRows(file: CsvFile, catalogue: Catalogue): Promise<void> {
  const {misnumbered, repeated} = catalogue.defects;
  file.text("product_id,product_name,aisle_id,department_id,prices");
  file.endRow("\r\n");
  for (let id = 1; id <= catalogue.count; id++) {
    const row = productRow(catalogue, id, misnumbered.includes(id) ? id + 1 : id);
    for (let copy = 0; copy < (repeated.includes(id) ? 2 : 1); copy++) {
      file.text(row);
      file.endRow("\r\n");
    }
    if (file.full) await file.flush();
  }
}

function productRow({name, aisle, department, price}: Catalogue, id: number, writtenId: number): string {
  const tenths = price[id]!;
  const dollars = tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return [writtenId, quoted(name[id]!), AISLES[aisle[id]!]!.id, department[id]! + 1, dollars].join(",");
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
