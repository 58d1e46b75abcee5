import type {Place} from "../baskets/memo.ts";
import {readSections, streamSections} from "../baskets/sectionFile.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {packRows, unpackRows} from "../kernels/keptRows.ts";
import {makeRoom} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/*
 * A split's rows of all customers of a thread, kept between runs: no segmentation of customers changes them, and they
 * are enough to count it without reading a single item. Packed block by block.
 */
const PACKED = "packed";
/** Rows and bytes of each block. */
const BLOCKS = "blocks";
const MOST_BYTES_OF_ROW = 50;
const MOST_BYTES_OF_CUSTOMER = 5;
/** Packed rows are written when there are so many bytes: few enough that the same memory serves again and again. */
const PIECE = 2 ** 20;
const WORD = 8;

/** Takes the rows of one block of customers after another. */
export interface SplitRecorder {
  readonly add: (rows: PartRows, customers: number) => void;
  readonly finish: () => void;
  /** Nothing is kept. */
  readonly drop: () => void;
}

/** Of rows by products alone there is no telling orders. */
export function splitRecorder({path, key}: Place, ofOrders: boolean): SplitRecorder {
  const {add: write, finish, drop} = streamSections(path, key, PACKED);
  let held = new Uint8Array(PIECE);
  let filled = 0;
  const blocks: number[] = [];
  let room: Uint8Array = kernelArray(Uint8Array, 0);
  const flush = (): void => {
    write(held.subarray(0, filled));
    filled = 0;
  };
  return {
    add({numbers, start}, customers) {
      const count = start[customers]!;
      const most = MOST_BYTES_OF_ROW * count + MOST_BYTES_OF_CUSTOMER * customers;
      if (room.length < most) room = kernelArray(Uint8Array, 2 * most);
      const end = packRows(numbers.byteOffset, start.byteOffset, customers, ofOrders, room.byteOffset);
      const bytes = WORD * Math.ceil(((end >>> 0) - room.byteOffset) / WORD); // words are copied faster than bytes
      if (filled + bytes > held.length) flush();
      if (bytes > held.length) held = new Uint8Array(bytes);
      held.set(room.subarray(0, bytes), filled);
      filled += bytes;
      blocks.push(count, bytes);
    },
    finish() {
      flush();
      finish([{name: BLOCKS, array: Uint32Array.from(blocks)}]);
    },
    drop
  };
}

/** Gives the rows of one block of customers after another, or undefined where the file is not as it was written. */
export function splitReader(
  {path, key}: Place,
  ofOrders: boolean
): ((rows: PartRows, customers: number) => void) | undefined {
  return readSections(path, key, ({read}) => {
    const [packed, told] = [read(PACKED), read(BLOCKS)];
    if (!packed || !told) return undefined;
    const bytes = new Uint8Array(packed);
    const blocks = new Uint32Array(told);
    let room: Uint8Array = kernelArray(Uint8Array, 0);
    let block = 0;
    let from = 0;
    return (rows, customers) => {
      const [count, length] = [blocks[block]!, blocks[block + 1]!];
      if (room.length < length) room = kernelArray(Uint8Array, 2 * length);
      room.set(bytes.subarray(from, from + length));
      makeRoom(rows, count);
      const {numbers, start} = rows;
      unpackRows(room.byteOffset, customers, ofOrders, numbers.byteOffset, start.byteOffset);
      block += 2;
      from += length;
    };
  });
}
