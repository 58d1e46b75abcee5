import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {Hover, LanguageService, MarkupContent} from "yaml-language-server";
import type {DataWords} from "../../../data-loaders/config/schema/dataWords.ts";
import type {SchemaFile} from "../../../data-loaders/config/schema/schemaFiles.ts";
import {writeSchemas} from "../../../data-loaders/config/schema/writeSchemas.ts";
import {DEPARTMENTS} from "../../../sample/departments.ts";

/** What the server's library brings; it is written for `require`, and its types know two kinds of documents. */
const {getLanguageService, TextDocument} = createRequire(import.meta.url)("yaml-language-server") as {
  readonly getLanguageService: typeof import("yaml-language-server").getLanguageService;
  readonly TextDocument: {
    readonly create: (uri: string, language: string, version: number, text: string) => Document;
  };
};

type Document = Parameters<LanguageService["doHover"]>[0];

export const SHIPPED = fileURLToPath(new URL("../../../config", import.meta.url));

/** As the bundled sample has them; of states only some, as in a small data folder. */
export const DATA: DataWords = {
  "item.department": DEPARTMENTS.map(({name}) => ({word: name, says: "some products"})),
  "item.aisle": [{word: "packaged cheese"}, {word: "yogurt"}],
  "customer.state": [{word: "Maine"}, {word: "Oregon"}, {word: "Washington"}],
  "customer.family_status": [{word: "married"}, {word: "single"}]
};

/** What an editor would show. The mark `‸` in a text is where the cursor stands. */
export interface Editor {
  readonly text: (file: SchemaFile) => string;
  readonly problems: (file: SchemaFile, text: string) => Promise<readonly string[]>;
  readonly completions: (file: SchemaFile, text: string) => Promise<readonly string[]>;
  readonly hover: (file: SchemaFile, text: string) => Promise<string>;
  readonly close: () => void;
}

/** The first line by which an editor finds a file's schema. */
export const modeline = (file: SchemaFile): string =>
  `# yaml-language-server: $schema=../.cache/schema/${file.replace(".yaml", ".schema.json")}`;

/** The language server's own library over a copy of the project: schemas are found by the first line of each file. */
export function openEditor(from: string = SHIPPED): Editor {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-editor-"));
  const config = join(folder, "config");
  mkdirSync(config);
  cpSync(from, config, {recursive: true});
  writeSchemas(config, join(folder, ".cache/schema"), {data: DATA});
  const service = languageService();
  const at = (file: SchemaFile, text: string) => opened(join(config, file), text);
  return {
    text: (file) =>
      `${modeline(file)}\n${readFileSync(join(from, file), "utf8").replace(/^# yaml-lang.*\n/, "")}`,
    problems: async (file, text) => {
      const {document} = at(file, text);
      const found = await service.doValidation(document, false);
      return found.map(({message, range}) => `${range.start.line + 1}: ${message}`);
    },
    completions: async (file, text) => {
      const {document, position} = at(file, text);
      const {items} = await service.doComplete(document, position, false);
      return [...new Set(items.map(({label}) => label))];
    },
    hover: async (file, text) => {
      const {document, position} = at(file, text);
      return contents(await service.doHover(document, position));
    },
    close: () => rmSync(folder, {recursive: true, force: true})
  };
}

function languageService(): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async (uri) => {
      if (!uri.startsWith("file:")) throw new Error(`not in this test: ${uri}`);
      return readFileSync(fileURLToPath(uri), "utf8");
    },
    workspaceContext: {
      resolveRelativePath: (path, resource) =>
        pathToFileURL(resolve(dirname(fileURLToPath(resource)), path)).href
    }
  });
  service.configure({validate: true, completion: true, hover: true, customTags: [], schemas: []});
  return service;
}

/** The server reads a text again only when its version is another. */
let version = 0;

function opened(path: string, marked: string) {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  writeFileSync(path, text);
  const document = TextDocument.create(pathToFileURL(path).href, "yaml", version++, text);
  return {document, position: document.positionAt(offset)};
}

const contents = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? "";
