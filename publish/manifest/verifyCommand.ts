import {existsSync, readFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {shortPath} from "../reportFolders.ts";
import type {VersionIndex} from "../versions/versionIndex.ts";
import {digestOf} from "./digestOf.ts";
import type {Manifest} from "./manifest.ts";
import {readManifest} from "./readManifest.ts";
import {folderFiles, MANIFEST_FILE} from "./writeManifest.ts";

/** Where the outcome is written. */
interface VerifyOutput {
  write(text: string): unknown;
}

/**
 * Looks at every file of a version's folder again.
 * @throws UserError naming each file that was changed, is missing or was added since it was published
 */
export function verifyCommand(folder: string, output: VerifyOutput): void {
  const path = resolve(folder);
  const manifest = readManifest(path);
  if (!manifest)
    throw new UserError({
      file: shortPath(path),
      message: "has no manifest.json; name the folder of a version"
    });
  const problems = [...fileProblems(path, manifest), ...manifestProblems(path, manifest)];
  if (problems.length > 0) throw new UserError(problems);
  output.write(
    `${shortPath(path)}: version ${manifest.version} is whole. ${manifest.files.length} files are as they were published.\n`
  );
}

function fileProblems(folder: string, {files}: Manifest): Problem[] {
  const now = new Map(folderFiles(folder).map((file) => [file.path, file]));
  const listed = new Set(files.map(({path}) => path));
  const problem = (path: string, message: string): Problem => ({
    file: shortPath(join(folder, path)),
    message
  });
  return [
    ...files.flatMap(({path, bytes, sha256}) => {
      const found = now.get(path);
      if (!found) return [problem(path, "is missing")];
      if (found.sha256 === sha256) return [];
      return [problem(path, `was changed: ${found.bytes} bytes now, ${bytes} when it was published`)];
    }),
    ...[...now.keys()].filter((path) => !listed.has(path)).map((path) => problem(path, "was added"))
  ];
}

/** The manifest itself is known to the list beside the versions. */
function manifestProblems(folder: string, {version}: Manifest): Problem[] {
  const list = join(dirname(folder), "versions.json");
  if (basename(folder) !== version || !existsSync(list)) return [];
  const {versions} = JSON.parse(readFileSync(list, "utf8")) as VersionIndex;
  const known = versions.find((entry) => entry.version === version)?.manifest_sha256;
  const path = join(folder, MANIFEST_FILE);
  if (known === undefined || known === digestOf(readFileSync(path))) return [];
  return [{file: shortPath(path), message: "was changed: versions.json knows another digest of it"}];
}
