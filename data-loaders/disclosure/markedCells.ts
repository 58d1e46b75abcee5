/** Cells that are marked with 1, in order. @param room for as many as there are cells; the result is its beginning */
export function markedCells(
  marks: Uint8Array,
  room: Uint32Array = new Uint32Array(marks.length)
): Uint32Array {
  let count = 0;
  for (let cell = 0; cell < marks.length; cell++) {
    room[count] = cell;
    count += marks[cell]!;
  }
  return room.subarray(0, count);
}
