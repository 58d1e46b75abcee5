import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {writeManifest} from "../../../publish/manifest/writeManifest.ts";
import type {Plan} from "../../../publish/plan/plan.ts";
import type {PlannedReport} from "../../../publish/plan/planReport.ts";
import {planReport} from "../../../publish/plan/planReport.ts";
import type {Progress} from "../../../publish/progress.ts";
import type {ReportFolders} from "../../../publish/reportFolders.ts";
import {stageFolder} from "../../../publish/versions/asidePaths.ts";
import {makeVersion} from "../../../publish/versions/makeVersion.ts";
import {placeVersion} from "../../../publish/versions/placeVersion.ts";
import {randomShop, writeShop} from "../../baskets/shop.ts";
import {tempFolder} from "../../tempFolder.ts";

export const silent: Progress = {at: () => undefined, done: () => undefined, line: () => undefined};

/** A small project of its own: configuration, pages, data and what was published of them. */
export interface PlanWorld {
  readonly folders: ReportFolders;
  /** Replaces a text that must be there. */
  readonly edit: (file: string, ...changes: readonly (readonly [from: string, to: string])[]) => void;
  /** Other data of the same kind. */
  readonly shop: (seed: number, customers?: number) => void;
  /** Publishes the manifest as `npm run report` does, without site and PDF. @returns the version's folder */
  readonly publish: (version?: string) => Promise<string>;
  readonly plan: (against?: string) => Promise<Plan>;
  readonly planned: (against?: string) => Promise<PlannedReport>;
}

export function planWorld(customers = 300): PlanWorld {
  const root = tempFolder();
  cpSync(join(import.meta.dirname, "fixture"), root, {recursive: true});
  // A random shop has many orders without items and prices above the bound.
  const contracts = readFileSync("config/sources.yaml", "utf8").replaceAll(
    "stop_above: 1%",
    "stop_above: 100%"
  );
  writeFileSync(join(root, "config/sources.yaml"), contracts);
  const [data, cache, dist] = ["data", "cache", "dist"].map((name) => join(root, name)) as [
    string,
    string,
    string
  ];
  mkdirSync(data);
  mkdirSync(cache);
  const folders: ReportFolders = {
    root: process.cwd(),
    config: join(root, "config"),
    pages: join(root, "pages"),
    data,
    cache,
    dist
  };
  const shop = (seed: number, size = customers): void => writeShop(data, randomShop(seed, {customers: size}));
  const planned = (against?: string): Promise<PlannedReport> => planReport(folders, against, silent);
  const edit: PlanWorld["edit"] = (file, ...changes) => {
    const path = join(root, file);
    let text = readFileSync(path, "utf8");
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      text = text.replace(from, to);
    }
    writeFileSync(path, text);
  };
  shop(1);
  return {
    folders,
    edit,
    shop,
    publish: (version = "1.0.0") => publishManifest(folders, version),
    planned,
    plan: async (against) => (await planned(against)).plan
  };
}

async function publishManifest(folders: ReportFolders, version: string): Promise<string> {
  const made = await makeVersion(folders, {version}, silent);
  if ("alreadyPublished" in made) return join(folders.dist, version);
  const stage = stageFolder(folders.dist);
  for (const {path, content} of made.publication.downloads) {
    mkdirSync(join(stage, dirname(path)), {recursive: true});
    writeFileSync(join(stage, path), content);
  }
  writeManifest(made, {...made, inputs: [], engines: {}, root: folders.root}, stage);
  return (await placeVersion(folders.dist, stage, version))!;
}
