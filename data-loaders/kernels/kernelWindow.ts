import {kernelArray} from "./kernelMemory.ts";
import type {KernelArrayType} from "./kernelMemory.ts";

interface Readable<T> {
  readonly length: number;
  readonly byteOffset: number;
  readonly set: (from: T, at: number) => void;
  readonly subarray: (from: number, to: number) => T;
}

/** The place where the whole array would begin. */
export type KernelWindow<T> = (whole: T, from: number, to: number) => number;

/**
 * Brings parts of large arrays into the kernels' memory, each in the place of the one before, and says where the whole
 * array would begin, so that kernels look up the array's own numbers: addresses wrap around, and the part is where it is.
 * Both begin at the same byte of a word, since the engine copies word by word then, else byte by byte.
 */
export function kernelWindow<T extends Readable<T>>(type: KernelArrayType<T>): KernelWindow<T> {
  let room = kernelArray(type, 0);
  return (whole, from, to) => {
    const bytes = type.BYTES_PER_ELEMENT;
    const shift = ((whole.byteOffset + from * bytes) % WORD) / bytes;
    const length = shift + to - from;
    if (room.length < length) room = kernelArray(type, Math.max(length, 2 * room.length));
    room.set(whole.subarray(from, to), shift);
    return room.byteOffset + (shift - from) * bytes;
  };
}

const WORD = 8;
