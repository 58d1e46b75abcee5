interface Settable {
  readonly BYTES_PER_ELEMENT: number;
  set(from: ArrayLike<number>): void;
}

/** A copy of just the right size that all threads can read. */
export function shared<T extends Settable>(
  from: ArrayLike<number> & {readonly byteLength: number},
  view: (buffer: SharedArrayBuffer) => T
): T {
  const copy = view(new SharedArrayBuffer(from.byteLength));
  copy.set(from);
  return copy;
}
