const PAGE = 2 ** 16;
const MOST_PAGES = 2 ** 16;
/** The kernels' own data comes first; every place is a multiple of 16. */
const FIRST = PAGE;
const STEP = 16;
/** Bytes that a kernel may read behind an array, since it looks at many at once. */
const BEHIND = 64;

/**
 * The memory that this thread's kernels read and write. Shared, so that arrays in it stay valid when it grows; no other
 * thread has it.
 */
export const kernelMemory = new WebAssembly.Memory({initial: 1, maximum: MOST_PAGES, shared: true});

export type KernelArrayType<T> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer, place: number, length: number): T;
};

let end = FIRST;

/**
 * An array in the kernels' memory, its contents whatever was there; 64 bytes behind it may be read. It lasts until
 * `freeKernelMemory`, which a worker calls before each job: nothing that outlives a job may hold one.
 */
export function kernelArray<T>(type: KernelArrayType<T>, length: number): T {
  const place = end;
  end += Math.ceil((length * type.BYTES_PER_ELEMENT) / STEP) * STEP + BEHIND;
  const missing = Math.ceil((end - kernelMemory.buffer.byteLength) / PAGE);
  if (missing > 0) kernelMemory.grow(missing);
  return new type(kernelMemory.buffer as unknown as SharedArrayBuffer, place, length);
}

/** All arrays of the kernels' memory are given up. */
export function freeKernelMemory(): void {
  end = FIRST;
}
