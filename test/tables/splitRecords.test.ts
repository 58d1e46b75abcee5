import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {recordPieces, splitRecords} from "../../data-loaders/tables/splitRecords.ts";
import {seeded} from "../seeded.ts";

const fieldsOf = (text: string) => splitRecords(text).records.map(({fields}) => fields);
const linesOf = (text: string) => splitRecords(text).records.map(({line}) => line);

describe("splitRecords", () => {
  it.each<[string, string, string[][]]>([
    [
      "plain lines",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    [
      "no newline at the end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    [
      "carriage returns",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    [
      "old carriage returns alone",
      "a,b\r1,2\r",
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    [
      "an empty tail",
      "a,b\n1,\n",
      [
        ["a", "b"],
        ["1", ""]
      ]
    ],
    [
      "a quoted comma",
      'a,b\n"1,5",2\n',
      [
        ["a", "b"],
        ["1,5", "2"]
      ]
    ],
    ["a quoted quote", 'a\n"12"" pan"\n', [["a"], ['12" pan']]],
    [
      "a quoted newline",
      'a,b\n"x\ny",2\n',
      [
        ["a", "b"],
        ["x\ny", "2"]
      ]
    ],
    [
      "an empty quoted cell",
      'a,b\n"",""\n',
      [
        ["a", "b"],
        ["", ""]
      ]
    ],
    ["a quoted cell at the very end", 'a\n"x"', [["a"], ["x"]]],
    [
      "a byte order mark",
      "\uFEFFa,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    [
      "a byte order mark before a quote",
      '\uFEFF"a",b\n1,2\n',
      [
        ["a", "b"],
        ["1", "2"]
      ]
    ],
    ["a blank line, which is a row of one empty cell", "a,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]]],
    ["a blank line among quotes", '"a",b\r\n\r\n1,2\r\n', [["a", "b"], [""], ["1", "2"]]],
    ["rows of any width", "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]],
    [
      "spaces, which belong to the cell",
      "a,b\n 1 ,2\n",
      [
        ["a", "b"],
        [" 1 ", "2"]
      ]
    ],
    ["nothing", "", []]
  ])("reads %s", (_, text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
    expect(splitRecords(text).broken).toEqual([]);
  });

  it("numbers records by the line on which they begin", () => {
    expect(linesOf("a\nb\nc\n")).toEqual([1, 2, 3]);
    expect(linesOf('a,b\n"x\ny",2\n"z",3\n')).toEqual([1, 2, 4]);
    expect(linesOf('"a"\r\n"x\r\ny\nz"\r\nb')).toEqual([1, 2, 5]);
  });

  it.each<[string, string, [number, string][], string[][]]>([
    [
      "a quote within a cell",
      'a,b\n1,x"y\n3,4\n',
      [[2, "a quote stands inside an unquoted cell"]],
      [
        ["a", "b"],
        ["3", "4"]
      ]
    ],
    [
      "text after a closing quote",
      'a,b\n1,"x"y\n3,4\n',
      [[2, "a quoted cell goes on after its closing quote"]],
      [
        ["a", "b"],
        ["3", "4"]
      ]
    ],
    [
      "a space before a quote",
      'a,b\n "x",2\n3,4\n',
      [[2, "a quote stands inside an unquoted cell"]],
      [
        ["a", "b"],
        ["3", "4"]
      ]
    ],
    [
      "a space after a quote",
      'a,b\n"x" ,2\n3,4\n',
      [[2, "a quoted cell goes on after its closing quote"]],
      [
        ["a", "b"],
        ["3", "4"]
      ]
    ],
    [
      "a quote that is never closed",
      'a,b\n1,"x\n3,4\n5,6\n',
      [[2, "a quote is not closed"]],
      [
        ["a", "b"],
        ["3", "4"],
        ["5", "6"]
      ]
    ],
    [
      "a quote closed by the next quoted cell",
      'a,b\n1,"x\n3,"y"\n5,6\n',
      [[2, "a quote is not closed"]],
      [
        ["a", "b"],
        ["3", "y"],
        ["5", "6"]
      ]
    ],
    [
      "a quote that would swallow rows",
      'a,b,c\n1,"x\n3,4,5\n6,"\n7,8,9\n',
      [
        [2, "a quote is not closed"],
        [4, "a quote is not closed"]
      ],
      [
        ["a", "b", "c"],
        ["3", "4", "5"],
        ["7", "8", "9"]
      ]
    ],
    [
      "two broken lines",
      'a,b\n"x"y,1\n"z"y,2\n3,4\n',
      [
        [2, "a quoted cell goes on after its closing quote"],
        [3, "a quoted cell goes on after its closing quote"]
      ],
      [
        ["a", "b"],
        ["3", "4"]
      ]
    ]
  ])("sets aside one line, and no more, for %s", (_, text, broken, records) => {
    const split = splitRecords(text);
    expect(split.broken.map(({line, reason}) => [line, reason])).toEqual(broken);
    expect(split.records.map(({fields}) => fields)).toEqual(records);
  });

  it("agrees with csv-parse on all texts that are CSV, and finds the same texts broken", () => {
    const random = seeded(7);
    const alphabet = ["a", "b", ",", ",", "\n", "\r\n", '"', '""', '"a"', " ", "é"];
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({length: random.below(14)}, () => random.pick(alphabet)).join("");
      const ours = splitRecords(text);
      const theirs = csvParse(text);
      expect(ours.broken.length > 0, JSON.stringify(text)).toBe(theirs === undefined || spansWrongly(theirs));
      if (theirs && !spansWrongly(theirs)) expect(fieldsOf(text), JSON.stringify(text)).toEqual(theirs);
    }
  });

  it("gives the same in pieces of any number of lines", () => {
    const random = seeded(9);
    const alphabet = ["a", ",", ",", "\n", "\n", "\r\n", "\r", '"', '""', '"a"', '"a,b"', "é"];
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({length: random.below(24)}, () => random.pick(alphabet)).join("");
      const pieces = [...recordPieces(text, 1 + random.below(4))];
      expect(
        {records: pieces.flatMap(({records}) => records), broken: pieces.flatMap(({broken}) => broken)},
        JSON.stringify(text)
      ).toEqual(splitRecords(text));
    }
  });

  it("accounts for every line of any text exactly once", () => {
    const random = seeded(8);
    const alphabet = ["a", ",", "\n", "\n", '"', '""', '"a"'];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({length: random.below(20)}, () => random.pick(alphabet)).join("");
      const {records, broken} = splitRecords(text);
      const quotedNewlines = records.reduce(
        (sum, {fields}) => sum + fields.join("").split("\n").length - 1,
        0
      );
      const lines = text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
      expect(records.length + broken.length + quotedNewlines, JSON.stringify(text)).toBe(lines);
    }
  });

  it("reads a file of a hundred thousand broken lines", () => {
    const text = `a,b\n${'1,"x\n'.repeat(100_000)}`;
    expect(splitRecords(text).broken).toHaveLength(100_000);
  });
});

/** The records, or undefined where csv-parse refuses the text. */
function csvParse(text: string): string[][] | undefined {
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ["\r\n", "\n", "\r"]
    }) as string[][];
  } catch {
    return undefined;
  }
}

/** A record over several lines that has not the header's width: csv-parse takes it, we take it for an open quote. */
const spansWrongly = (records: string[][]): boolean =>
  records.some((fields) => /[\r\n]/.test(fields.join("")) && fields.length !== records[0]!.length);
