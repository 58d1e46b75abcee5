const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What is drawn; comments, times, places and profiles of the camera are not. */
const drawn = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "sRGB"]);

/** A PNG with only the parts that are drawn, and its size. Undefined where it is none or ends too early. */
export function cleanPng(
  bytes: Uint8Array
): {readonly content: Uint8Array; readonly width: number; readonly height: number} | undefined {
  if (!signature.every((byte, at) => bytes[at] === byte)) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [view.subarray(0, signature.length)];
  let at = signature.length;
  while (at + 12 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at);
    const name = view.toString("latin1", at + 4, at + 8);
    if (end > view.length) return undefined;
    if (drawn.has(name)) kept.push(view.subarray(at, end));
    if (name === "IEND" && view.toString("latin1", 12, 16) === "IHDR")
      return {content: Buffer.concat(kept), width: view.readUInt32BE(16), height: view.readUInt32BE(20)};
    at = end;
  }
  return undefined;
}
