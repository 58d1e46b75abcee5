import type {EditedFile} from "../config/editedConfig.ts";

/** Grain: one attack on one configuration file. */
export interface YamlCase {
  readonly name: string;
  readonly file: EditedFile;
  readonly edit: (text: string) => string | Uint8Array;
  /** Line and a part of the message that has to come; absent: it is read. */
  readonly refused?: {readonly line?: number; readonly message: string};
  /** What is read holds this text to the letter. */
  readonly holds?: string;
}

/** Puts a text in the place of another, which has to be there. */
export const put =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replace(from, () => to);
  };

/** Read to the letter. */
export const yes = (name: string, file: EditedFile, from: string, to: string, holds: string): YamlCase => ({
  name,
  file,
  edit: put(from, to),
  holds
});
/** Refused, at a line. */
export const no = (
  name: string,
  file: EditedFile,
  edit: YamlCase["edit"],
  message: string,
  line?: number
): YamlCase => ({name, file, edit, refused: {message, ...(line !== undefined && {line})}});

const TITLE = "title: Who shops when";
/** Gives the report another title. */
export const title = (value: string): YamlCase["edit"] => put(TITLE, `title: ${value}`);
/** Of the second bin of loyalty. */
export const LABEL = "label: Regular,";
/** Gives a segment another label. */
export const label = (value: string): YamlCase["edit"] => put(LABEL, `label: ${value},`);
