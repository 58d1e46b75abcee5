import {readFileSync} from "node:fs";
import {isAbsolute, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {UserError} from "../data-loaders/config/problem.ts";
import {renderProblems} from "../data-loaders/config/renderProblems.ts";
import {suggestion} from "../data-loaders/config/suggestion.ts";
import {checkHeap} from "./checkHeap.ts";
import {clearedCache} from "./clearedCache.ts";
import type {Rebundle} from "./devServer.ts";
import {memoryProblem} from "./memoryProblem.ts";
import {startProgress} from "./progress.ts";
import {CACHE, reportFolders, shortPath} from "./reportFolders.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {projectRoot} from "./site/projectRoot.ts";
import {diskProblem} from "./versions/diskProblem.ts";
import {isVersion} from "./versions/versionNumber.ts";

const USAGE = `Cartograph turns a grocer's order data into a final report.

  npm run report [-- --data DIR] [--dist DIR]     build the site and the PDF as a draft, into dist/draft/
  npm run report -- --publish [1.2.0] [--zip]     publish them for good as that version, or as the one in config/report.yaml
  npm run dev    [-- --data DIR]     live preview while you edit
  npm run check  [-- --data DIR] [--json]     config and data only, with the size of every segment
  npm run plan   [-- --data DIR] [--against VERSION] [--json] [--html FILE]    what publishing now would change
  npm run compare -- 1.0.0 1.2.0 [--data DIR] [--dist DIR] [--json] [--html FILE]    what differs between two published versions, and why
  npm run verify -- dist/1.2.0    whether a published version is as it was
  npm run schema [-- --data DIR]     what completes and checks config/*.yaml in your editor; check and report write it too
  npm run sample -- --customers N --seed S --out DIR    write synthetic data
`;

/** The process's exit codes: what the user can fix, and what is our bug. */
const EXIT = {fine: 0, user: 1, bug: 70} as const;

type Command = (args: readonly string[], rebundle: Rebundle) => Promise<unknown>;

/** Each loads only the code it needs, so that `check` does not wait for a browser's driver. */
const COMMANDS: Readonly<Record<string, Command>> = {
  report: reportTo,
  check: async (args) => {
    const {data, json} = options(args, {data: {type: "string"}, json: {type: "boolean"}});
    const {checkReport} = await import("./checkReport.ts");
    await checkReport(await dataFolders(data), {json}, startProgress(process.stderr), process.stdout);
  },
  dev: async (args, rebundle) =>
    (await import("./devServer.ts")).devServer(
      await foldersOf(args),
      startProgress(process.stderr),
      rebundle
    ),
  plan: planTo,
  compare: compareTo,
  verify: async (args) => {
    const [folder, ...rest] = args;
    if (folder === undefined || rest.length > 0)
      throw new UserError({
        file: "command line",
        message: "one folder of a version is needed: npm run verify -- dist/1.2.0"
      });
    (await import("./manifest/verifyCommand.ts")).verifyCommand(folder, process.stdout);
  },
  schema: schemaTo,
  sample: writeSampleTo
};

/** Runs one command. Never throws: what goes wrong is told on standard error. @returns the exit code */
export async function run(argv: readonly string[], rebundle: Rebundle): Promise<number> {
  const [name = "", ...args] = argv;
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(
      name === "" || name === "help" || name === "--help"
        ? USAGE
        : `no command "${name}"${suggestion(name, Object.keys(COMMANDS))}\n\n${USAGE}`
    );
    return name === "" || name === "help" || name === "--help" ? EXIT.fine : EXIT.user;
  }
  try {
    checkHeap();
    await withSoundCache(() => command(args, rebundle));
    return EXIT.fine;
  } catch (error) {
    return tell(diskProblem(memoryProblem(error), CACHE) as Error);
  }
}

/** Once more, where something that does not belong there stood in the way in the cache. */
async function withSoundCache(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!clearedCache(error, join(projectRoot(), CACHE))) throw error;
    process.stderr.write(`${CACHE} held what does not belong there and was emptied; all is computed anew\n`);
    await act();
  }
}

function tell(error: Error): number {
  if (error instanceof UserError) {
    process.stderr.write(`\n${renderProblems(error.problems, contentOf)}\n`);
    return EXIT.user;
  }
  process.stderr.write(
    `\nThis is a fault of Cartograph, not of your files:\n${error.stack ?? error.message}\n`
  );
  return EXIT.bug;
}

/** Files of the project that problems name; data files are not shown, since their lines hold ids. */
function contentOf(file: string): string | undefined {
  if (!/\.(ya?ml|md)$/.test(file)) return undefined;
  try {
    return readFileSync(isAbsolute(file) ? file : join(projectRoot(), file), "utf8");
  } catch {
    return undefined;
  }
}

type Options<T> = {readonly [K in keyof T]?: T[K] extends {type: "boolean"} ? boolean : string};

function options<T extends Record<string, {type: "string"} | {type: "boolean"}>>(
  args: readonly string[],
  known: T
): Options<T> {
  try {
    return parseArgs({args: [...args], options: known, strict: true}).values as Options<T>;
  } catch (error) {
    throw new UserError({
      file: "command line",
      message: `${(error as Error).message.split(". ")[0]}; known: ${Object.keys(known)
        .map((name) => `--${name}`)
        .join(", ")}`
    });
  }
}

/** `--publish` may stand alone or name a version. */
async function reportTo(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--publish");
  const named = at < 0 ? undefined : args[at + 1];
  const version = named?.startsWith("-") ? undefined : named;
  const rest = args.filter(
    (_, place) => at < 0 || (place !== at && (version === undefined || place !== at + 1))
  );
  const {data, dist, zip} = options(rest, {
    data: {type: "string"},
    dist: {type: "string"},
    zip: {type: "boolean"}
  });
  if (version !== undefined && !isVersion(version))
    throw new UserError({
      file: "command line",
      message: `--publish ${version}: a version of three numbers was expected, such as 1.2.0`
    });
  const {buildReport} = await import("./buildReport.ts");
  const folders = await dataFolders(data, dist);
  await buildReport(folders, {publish: at < 0 ? undefined : {version}, zip}, startProgress(process.stderr));
}

async function foldersOf(args: readonly string[]): Promise<ReportFolders> {
  return dataFolders(options(args, {data: {type: "string"}}).data);
}

async function dataFolders(data: string | undefined, dist?: string): Promise<ReportFolders> {
  const folders = await reportFolders(data, dist);
  process.stderr.write(`data from ${shortPath(folders.data)}\n`);
  return folders;
}

async function planTo(args: readonly string[]): Promise<void> {
  const {data, ...asked} = options(args, {
    data: {type: "string"},
    against: {type: "string"},
    json: {type: "boolean"},
    html: {type: "string"}
  });
  const {planCommand} = await import("./plan/planCommand.ts");
  await planCommand(await dataFolders(data), asked, startProgress(process.stderr), process.stdout);
}

async function compareTo(args: readonly string[]): Promise<void> {
  const names = args.filter((arg, at) => !arg.startsWith("-") && !isOption(args[at - 1]));
  const {data, dist, ...asked} = options(
    args.filter((arg) => !names.includes(arg)),
    {data: {type: "string"}, dist: {type: "string"}, json: {type: "boolean"}, html: {type: "string"}}
  );
  const {compareCommand} = await import("./changes/compareCommand.ts");
  const folders = await dataFolders(data, dist);
  await compareCommand(folders, names, asked, startProgress(process.stderr), process.stdout);
}

/** Whether what follows on the command line belongs to it. */
function isOption(word: string | undefined): boolean {
  return /^--(data|dist|html)$/.test(word ?? "");
}

async function schemaTo(args: readonly string[]): Promise<void> {
  const {data, reference} = options(args, {data: {type: "string"}, reference: {type: "boolean"}});
  const {schemaCommand, writeReference} = await import("./schemaCommand.ts");
  const progress = startProgress(process.stderr);
  if (reference) writeReference(progress);
  else await schemaCommand(await dataFolders(data), progress);
}

async function writeSampleTo(args: readonly string[]): Promise<void> {
  const {writeSample} = await import("../sample/writeSample.ts");
  const {customers, seed, out} = options(args, {
    customers: {type: "string"},
    seed: {type: "string"},
    out: {type: "string"}
  });
  const progress = startProgress(process.stderr);
  const {files} = await writeSample({
    customers: wholeNumber("customers", customers ?? "2000"),
    seed: wholeNumber("seed", seed ?? "1"),
    out: resolve(out ?? "data"),
    onProgress: (done, total) => progress.at("writing sample", done, total)
  });
  progress.done("sample written", shortPath(resolve(out ?? "data")));
  for (const {name, rows, bytes} of files)
    progress.line(
      `  ${name.padEnd(28)} ${rows.toLocaleString("en-US").padStart(12)} rows ${(bytes / 1e6).toFixed(1).padStart(8)} MB`
    );
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UserError({
    file: "command line",
    message: `--${name} ${text}: a whole number from 1 was expected`
  });
}
