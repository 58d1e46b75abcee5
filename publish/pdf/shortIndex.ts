import {deflateSync, inflateSync} from "node:zlib";

/** How a row of the index differs from the one above: filter 2 of PNG, which readers know (ISO 32000-1, 7.4.4.4). */
const up = 2;

/**
 * The file with its index of objects written as differences from row to row, which weigh next to nothing. The index is
 * the last object of the file, so that nothing else moves.
 */
export function shortIndex(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString("latin1");
  const start = Number(/startxref\n(\d+)/.exec(text.slice(-64))?.[1]);
  const head = /^\d+ 0 obj\n<<[\s\S]*?>>\nstream\n/.exec(text.slice(start, start + 4096))?.[0];
  const length = Number(/\/Length (\d+)/.exec(head ?? "")?.[1]);
  const sizes = /\/W \[ (\d+) (\d+) (\d+) \]/.exec(head ?? "");
  if (!head || !sizes || Number.isNaN(length))
    throw new Error("the file's index of objects is not at its end");
  const columns = sizes.slice(1).reduce((sum, size) => sum + Number(size), 0);
  const from = start + head.length;
  const rows = differences(inflateSync(file.subarray(from, from + length)), columns);
  const packed = deflateSync(rows, {level: 9});
  const parameters = `/DecodeParms <<\n/Predictor 12\n/Columns ${columns}\n>>\n`;
  const own = head
    .replace(`/Length ${length}`, `/Length ${packed.length}`)
    .replace("/Type /XRef\n", `/Type /XRef\n${parameters}`);
  return Buffer.concat([
    file.subarray(0, start),
    Buffer.from(own, "latin1"),
    packed,
    file.subarray(from + length)
  ]);
}

function differences(index: Buffer, columns: number): Buffer {
  const rows = index.length / columns;
  const coded = Buffer.alloc(index.length + rows);
  for (let row = 0; row < rows; row++) {
    coded[row * (columns + 1)] = up;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      coded[row * (columns + 1) + 1 + column] = index[at]! - (row > 0 ? index[at - columns]! : 0);
    }
  }
  return coded;
}
