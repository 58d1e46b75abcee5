import {createReadStream, statSync} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {isInside} from "./sitePaths.ts";

/** A folder served to this machine only. */
export interface StaticServer {
  /** Address of the folder, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
};

/**
 * Serves a folder from 127.0.0.1 as the plainest host would: files by their names, `index.html` for a folder,
 * no clean addresses. `under` is the path it lies at, `/some/where/`: a link that leaves it finds nothing.
 */
export async function serveFolder(folder: string, under = "/"): Promise<StaticServer> {
  const server = createServer((request, response) => answer(folder, under, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

function answer(folder: string, under: string, request: IncomingMessage, response: ServerResponse): void {
  const file = fileAt(folder, under, request.url ?? "");
  if (!file) return void response.writeHead(404, {"content-type": "text/plain"}).end("not found");
  response.writeHead(200, {"content-type": types[extname(file)] ?? "application/octet-stream"});
  createReadStream(file).pipe(response);
}

function fileAt(folder: string, under: string, url: string): string | undefined {
  try {
    const address = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    if (!address.startsWith(under)) return undefined;
    const path = address.slice(under.length).replace(/(^|\/)$/, "$1index.html");
    return isInside(path) && statSync(join(folder, path)).isFile() ? join(folder, path) : undefined;
  } catch {
    return undefined;
  }
}
