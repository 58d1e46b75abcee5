import {describe, expect, it} from "vitest";
import {longForm} from "../../data-loaders/tables/longForm.ts";
import {splitRecords} from "../../data-loaders/tables/splitRecords.ts";
import {column, table} from "./contract.ts";

const contract = table([column("department_id", {type: "id"}), column("department", {type: "text"})], {
  name: "departments"
});
const rowsOf = (text: string) =>
  longForm(contract, splitRecords(text).records).map(({fields}) => fields.join("|"));

describe("longForm", () => {
  it("turns the wide file into a row per department", () => {
    expect(rowsOf("department_id,1,2,21\ndepartment,frozen,other,missing\n")).toEqual([
      "department_id|department",
      "1|frozen",
      "2|other",
      "21|missing"
    ]);
  });

  it("takes a wide file with quotes and carriage returns, and keeps a blank line for its verdict", () => {
    expect(rowsOf('department_id,1,2\r\ndepartment,"dry goods, pasta",other\r\n\r\n')).toEqual([
      "department_id|department",
      "1|dry goods, pasta",
      "2|other",
      ""
    ]);
  });

  it.each([
    ["a long file", "department_id,department\n1,frozen\n2,other\n"],
    ["a long file of one department", "department_id,department\n1,frozen\n"],
    ["a long file with its columns swapped", "department,department_id\nfrozen,1\n"],
    ["a wide file with a cell too few", "department_id,1,2\ndepartment,frozen\n"],
    ["another file", "a,b\n1,2\n"],
    ["nothing", ""]
  ])("gives %s back as it is", (_, text) => {
    const {records} = splitRecords(text);
    expect(longForm(contract, records)).toEqual(records);
  });
});
