import {kernelArray} from "./kernelMemory.ts";
import type {KernelArrayType} from "./kernelMemory.ts";

interface Readable<T> {
  readonly length: number;
  readonly byteOffset: number;
  readonly set: (from: T) => void;
  readonly subarray: (from: number, to: number) => T;
}

/**
 * Brings parts of large arrays into the kernels' memory, each in the place of the one before, and says where the whole
 * array would begin, so that kernels look up the array's own numbers: addresses wrap around, and the part is where it is.
 */
export function kernelWindow<T extends Readable<T>>(
  type: KernelArrayType<T>
): (whole: T, from: number, to: number) => number {
  let room = kernelArray(type, 0);
  return (whole, from, to) => {
    if (room.length < to - from) room = kernelArray(type, Math.max(to - from, 2 * room.length));
    room.set(whole.subarray(from, to));
    return room.byteOffset - from * type.BYTES_PER_ELEMENT;
  };
}
