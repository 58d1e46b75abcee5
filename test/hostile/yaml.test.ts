import {describe, expect, it} from "vitest";
import {fixtureText, readEdited} from "../config/editedConfig.ts";
import {scoreOf} from "./score.ts";
import type {Verdict} from "./score.ts";
import type {YamlCase} from "./yamlCase.ts";
import {NAME_CASES} from "./yamlNameCases.ts";
import {TYPE_CASES} from "./yamlTypeCases.ts";
import {WRITING_CASES} from "./yamlWritingCases.ts";

const YAML_CASES = [...WRITING_CASES, ...TYPE_CASES, ...NAME_CASES];

/*
 * Attacks on the configuration through the real reader. What is refused has to be so at its line, with a message that a
 * terminal can show; what is read has to hold the text to the letter.
 */
const score = scoreOf("YAML", "configuration files: bombs, tags, types, names, labels, paths");

function whatCame({file, edit, refused, holds}: YamlCase): {verdict: Verdict; words: string} {
  try {
    const {config, problems, lines} = readEdited({[file]: edit(fixtureText(file))});
    const words = lines.join("\n").slice(0, 1500);
    if (!refused) {
      const isHeld = JSON.stringify(config ?? null).includes(holds ?? "");
      return isHeld ? {verdict: "survived", words: ""} : {verdict: config ? "silent" : "failed", words};
    }
    if (config) return {verdict: "silent", words: "was read"};
    const isTold = problems.some(
      ({line, message}, at) =>
        (refused.line === undefined || line === refused.line) &&
        `${lines[at]} ${message}`.includes(refused.message)
    );
    const isPlain = !/[\p{Cc}\u202e]|\[object|undefined/u.test(lines.join(""));
    return isTold && isPlain ? {verdict: "survived", words: ""} : {verdict: "failed", words};
  } catch (error) {
    return {verdict: "failed", words: `crash: ${(error as Error).stack}`};
  }
}

describe("YAML", () => {
  it.each(YAML_CASES.map((one): [string, YamlCase] => [`${one.file}: ${one.name}`, one]))("%s", (_, one) => {
    const {verdict, words} = whatCame(one);
    score.note(verdict);
    expect(words, verdict).toBe("");
  });

  it("leaves no trace of __proto__ on any object", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as {title?: unknown}).title).toBeUndefined();
  });
});
