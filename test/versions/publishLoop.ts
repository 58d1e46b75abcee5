import {createHash} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {placeVersion} from "../../publish/versions/placeVersion.ts";

/*
 * Publishes one small version after another until it is killed, its parent has ended, or there are enough: `node publishLoop.mjs <dist> <first number> <most>`.
 * Each file of a version holds its digest in its name, so that a half-written one is seen.
 */
const [dist = "", first = "0", most = "10000"] = process.argv.slice(2);
const parent = process.ppid;
for (let at = Number(first); at < Number(first) + Number(most) && process.ppid === parent; at++) {
  const version = `1.0.${at}`;
  const stage = stageFolder(dist);
  const names = Array.from({length: 20}, (_, file) => writeNamed(stage, `${version} ${file} `.repeat(400)));
  const entry = {version, date: "2026-11-22", title: "A report", files: names};
  writeFileSync(join(stage, "manifest.json"), JSON.stringify(entry));
  await placeVersion(dist, stage, version);
  process.stdout.write(`${version}\n`);
}

function writeNamed(stage: string, content: string): string {
  const name = `data/${createHash("sha256").update(content).digest("hex")}.txt`;
  mkdirSync(join(stage, "data"), {recursive: true});
  writeFileSync(join(stage, name), content);
  return name;
}
