/**
 * What of a value has the right shape: everything may be absent, since parts with a problem are taken out.
 * Checks read drafts, so that one wrong key does not hide the other problems of the file.
 */
export type Draft<T> = T extends readonly (infer Item)[]
  ? readonly (Draft<Item> | undefined)[]
  : T extends object
    ? {readonly [Key in keyof T]?: Draft<T[Key]> | undefined}
    : T;

/** The draft of a file without problems is whole. */
export function whole<T>(draft: Draft<T> | undefined): T {
  return draft as T;
}
