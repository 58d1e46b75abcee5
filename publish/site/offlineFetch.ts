import {readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";

/**
 * Answers what Framework asks of the npm registry and of jsDelivr from `node_modules`, so that a build needs no
 * network and a page's own code cells get the versions of the lockfile. Everything else is refused.
 *
 * Framework asks for the newest version of some fifteen libraries before it bundles its client, whether a page
 * uses them or not; a library that isn't installed is told to be version 0.0.0, and refused when it is wanted.
 */
export function offlineFetch(root: string): (input: string | URL | Request) => Promise<Response> {
  return async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host === "registry.npmjs.org")
      return registryAnswer(root, decodeURIComponent(url.pathname.slice(1)));
    if (url.host === "cdn.jsdelivr.net") return moduleAnswer(root, decodeURIComponent(url.pathname));
    throw new Error(`the build is offline: ${url.href} was asked for`);
  };
}

/** `d3/latest` gives a version, `d3` the list of versions: the installed one. */
function registryAnswer(root: string, request: string): Response {
  const latest = request.endsWith("/latest");
  const version = installedVersion(root, latest ? request.slice(0, -"/latest".length) : request) ?? "0.0.0";
  return Response.json(latest ? {version} : {versions: {[version]: {}}});
}

/** `/npm/d3@7.9.0/+esm` gives the installed package as one module, another path the file itself. */
async function moduleAnswer(root: string, path: string): Promise<Response> {
  const [, name = "", file = ""] = /^\/npm\/((?:@[^/@]+\/)?[^/@]+)@[^/]+\/(.+)$/.exec(path) ?? [];
  if (installedVersion(root, name) === undefined)
    throw new Error(`a page's code asks for the package "${name}", which is not installed`);
  if (!/(^|\/)\+esm$/.test(file)) return fileAnswer(join(root, "node_modules", name, file));
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [[name, file.replace(/\/?\+esm$/, "")].filter(Boolean).join("/")],
    outdir: ".",
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    define: {"process.env.NODE_ENV": '"production"'},
    logLevel: "silent"
  });
  return new Response(outputFiles[0]?.text ?? "", {headers: {"content-type": "application/javascript"}});
}

function fileAnswer(path: string): Response {
  const type = /\.m?js$/.test(path) ? "application/javascript" : "application/octet-stream";
  return new Response(new Uint8Array(readFileSync(path)), {headers: {"content-type": type}});
}

function installedVersion(root: string, name: string): string | undefined {
  try {
    const manifest = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(manifest) as {version?: string}).version;
  } catch {
    return undefined;
  }
}
