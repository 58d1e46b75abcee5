import {gunzipSync, inflateRawSync, inflateSync} from "node:zlib";
import {PDFDocument, PDFName, PDFRawStream, decodePDFRawStream} from "@cantoo/pdf-lib";
import {readPdf} from "../pdf/readPdf.ts";

const DEEPEST = 5;

/**
 * All texts that anybody could get out of a file: as it is, and through every encoding and container that it may
 * hold, one within another.
 */
export async function textsIn(bytes: Buffer, depth = 0): Promise<string[]> {
  if (depth > DEEPEST || bytes.length === 0) return [];
  const inner = [...zipParts(bytes), ...gzipParts(bytes), ...pngParts(bytes), ...base64Parts(bytes)];
  const deeper = await Promise.all(inner.map((part) => textsIn(part, depth + 1)));
  return [...plainTexts(bytes), ...(await pdfTexts(bytes)), ...deeper.flat()];
}

const startsWith = (bytes: Buffer, sign: string): boolean =>
  bytes.subarray(0, sign.length).toString("latin1") === sign;

/** A text as it stands, and with the marks of each encoding taken out. */
function plainTexts(bytes: Buffer): string[] {
  const text = bytes.toString("utf8");
  const wide = bytes.includes(0)
    ? [bytes.toString("utf16le"), bytes.toString("latin1").replaceAll("\0", "")]
    : [];
  return [
    text,
    ...wide,
    ...[entities, escapes, percents].map((decode) => decode(text)).filter((made) => made !== text)
  ];
}

const NAMED: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " "};

function entities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      return letter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    }
  );
}

const escapes = (text: string): string =>
  text.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]+)\}|x([\da-f]{2}))/gi,
    (_, four?: string, braced?: string, two?: string) =>
      letter(Number.parseInt(four ?? braced ?? two ?? "20", 16))
  );

const percents = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll("%", ""), "hex").toString("utf8")
  );

const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : " ");

/** By the signs of single files, so that a damaged directory hides nothing. */
function zipParts(bytes: Buffer): Buffer[] {
  if (!startsWith(bytes, "PK\u0003\u0004")) return [];
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4)) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    parts.push(method === 8 ? inflateRawSync(content) : content);
  }
  return parts;
}

function gzipParts(bytes: Buffer): Buffer[] {
  return startsWith(bytes, "\u001f\u008b") ? [gunzipSync(bytes)] : [];
}

/** Texts in PNGs; pixels hold none. */
function pngParts(bytes: Buffer): Buffer[] {
  if (!startsWith(bytes, "\u0089PNG")) return [];
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + size);
    if (type === "zTXt") parts.push(inflateSync(content.subarray(content.indexOf(0) + 2)));
    else if (/^(tEXt|iTXt|eXIf)$/.test(type)) parts.push(Buffer.from(content));
    at += size + 12;
  }
  return parts;
}

/** Runs that could be base64, of either alphabet; fonts are passed over. */
function base64Parts(bytes: Buffer): Buffer[] {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/(?<!font\/woff2;base64,)(?<![\w+/-])[\w+/-]{12,}={0,2}/g)]
    .map(([run]) => run)
    .filter((run) => run.length < 1_000_000 && !/^[\da-f]+$/.test(run))
    .map((run) => Buffer.from(run, "base64"))
    .filter(isReadable);
}

/** A container, or letters all through: other runs are names of things. */
function isReadable(bytes: Buffer): boolean {
  if (["PK", "\u001f\u008b", "\u0089PNG", "%PDF"].some((sign) => startsWith(bytes, sign))) return true;
  const text = bytes.toString("utf8");
  return ![...text].some((letter) => letter === "\ufffd" || (letter < " " && !"\t\n\r".includes(letter)));
}

/** What pages show, what stands in every stream and every string. */
async function pdfTexts(bytes: Buffer): Promise<string[]> {
  if (!startsWith(bytes, "%PDF")) return [];
  const {context, catalog} = await PDFDocument.load(bytes, {updateMetadata: false});
  const isTagged = catalog.has(PDFName.of("StructTreeRoot"));
  const pages = isTagged ? (await readPdf(bytes)).pages : [];
  const objects = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const written = [object.toString()];
    try {
      if (object instanceof PDFRawStream)
        written.push(Buffer.from(decodePDFRawStream(object).decode()).toString("utf8"));
    } catch {
      // pictures and fonts
    }
    return written.flatMap((text) => [text, ...hexTexts(text)]);
  });
  return [...pages.map(({text}) => text), ...objects];
}

const hexTexts = (text: string): string[] =>
  [...text.matchAll(/<([\dA-Fa-f]{4,})>/g)].map(([, hex]) =>
    Buffer.from(hex!, "hex").toString("latin1").replaceAll("\0", "")
  );
