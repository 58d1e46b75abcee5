import {describe, expect, it} from "vitest";
import {freeKernelMemory, kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";

describe("kernelArray", () => {
  it("gives arrays that do not overlap, aligned to 16 bytes, with 64 bytes to read behind each", () => {
    freeKernelMemory();
    const arrays = [kernelArray(Uint8Array, 1), kernelArray(Float64Array, 3), kernelArray(Uint16Array, 0)];
    const after = kernelArray(Uint8Array, 5);
    for (const [at, array] of arrays.entries()) {
      const next = arrays[at + 1] ?? after;
      expect(array.byteOffset % 16).toBe(0);
      expect(next.byteOffset).toBeGreaterThanOrEqual(array.byteOffset + array.byteLength + 64);
    }
  });

  it("keeps arrays whole when the memory grows", () => {
    freeKernelMemory();
    const before = kernelArray(Float64Array, 4).fill(7);
    const large = kernelArray(Uint8Array, 2 ** 24);
    large[large.length - 1] = 1;
    before[3] = 8;
    expect([...before]).toEqual([7, 7, 7, 8]);
  });

  it("begins again where it began when it is given up", () => {
    freeKernelMemory();
    const first = kernelArray(Uint8Array, 10).byteOffset;
    kernelArray(Uint8Array, 10);
    freeKernelMemory();
    expect(kernelArray(Uint8Array, 10).byteOffset).toBe(first);
  });
});
