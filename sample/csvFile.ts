import {open, rename, rm} from "node:fs/promises";
import type {FileHandle} from "node:fs/promises";
import {join} from "node:path";

/** A file that was written whole. */
export interface WrittenFile {
  readonly name: string;
  /** Without the header. */
  readonly rows: number;
  readonly bytes: number;
}

const BUFFER_BYTES = 1 << 22;
/** After a call of `room`, this much may be written before the next call. */
const ROOM_BYTES = 1 << 16;

/**
 * A CSV file written aside (`orders.csv.4711.part`) and renamed when it is whole. Bytes are put by hand, since one
 * string per row would cost more than everything else at full scale.
 */
export class CsvFile {
  private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private at = 0;
  private flushed = 0;
  private rows = 0;
  private readonly name: string;
  private readonly path: string;
  private readonly handle: FileHandle;

  private constructor(name: string, path: string, handle: FileHandle) {
    this.name = name;
    this.path = path;
    this.handle = handle;
  }

  /** Lets `write` fill the file, then renames it into place; on any error what was written aside is removed. */
  static async write(
    folder: string,
    name: string,
    write: (file: CsvFile) => Promise<void>
  ): Promise<WrittenFile> {
    const path = join(folder, name);
    const handle = await open(aside(path), "w");
    try {
      const file = new CsvFile(name, path, handle);
      await write(file);
      return await file.finish();
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(aside(path), {force: true});
      throw error;
    }
  }

  /** True when the buffer must be emptied (`await flush()`) before the next 64 kB are put. */
  get full(): boolean {
    return this.at > BUFFER_BYTES - ROOM_BYTES;
  }

  async flush(): Promise<void> {
    let written = 0;
    while (written < this.at) {
      written += (await this.handle.write(this.buffer, written, this.at - written)).bytesWritten;
    }
    this.flushed += this.at;
    this.at = 0;
  }

  text(text: string): void {
    this.at += this.buffer.write(text, this.at);
  }

  byte(byte: number): void {
    this.buffer[this.at++] = byte;
  }

  /** @param value whole, 0 to 2^32 - 1 */
  whole(value: number): void {
    let rest = value;
    let end = this.at + digits(value);
    this.at = end;
    do {
      const tens = Math.floor(rest / 10);
      this.buffer[--end] = 48 + rest - tens * 10;
      rest = tens;
    } while (rest > 0);
  }

  endRow(lineEnd: "\n" | "\r\n" = "\n"): void {
    if (lineEnd === "\r\n") this.buffer[this.at++] = 13;
    this.buffer[this.at++] = 10;
    this.rows++;
  }

  private async finish(): Promise<WrittenFile> {
    await this.flush();
    await this.handle.close();
    await rename(aside(this.path), this.path);
    return {name: this.name, rows: this.rows - 1, bytes: this.flushed};
  }
}

function aside(path: string): string {
  return `${path}.${process.pid}.part`;
}

function digits(value: number): number {
  if (value < 100) return value < 10 ? 1 : 2;
  if (value < 10_000) return value < 1000 ? 3 : 4;
  if (value < 1_000_000) return value < 100_000 ? 5 : 6;
  if (value < 100_000_000) return value < 10_000_000 ? 7 : 8;
  return value < 1_000_000_000 ? 9 : 10;
}
