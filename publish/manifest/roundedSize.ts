import type {Size} from "./size.ts";

/** A size as it may be told where the settings round counts; any other as it is. */
export function roundedSize<T extends Size | undefined>(size: T, to: number | undefined): T {
  return typeof size === "number" && to !== undefined ? ((Math.round(size / to) * to) as T) : size;
}
