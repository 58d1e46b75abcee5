import type {Problem} from "../../data-loaders/config/problem.ts";
import type {Expected} from "../figures/figureSpec.ts";
import {brokenExpectation, parseExpectation} from "./expectation.ts";
import type {ScopeNode} from "./scope.ts";
import {ScopeError} from "./scope.ts";

/**
 * What a page expects and the data does not say, each at its line, with the sentence that is no longer true.
 * @param sentence as it would be printed
 */
export function brokenExpectations(
  expects: readonly Expected[],
  root: ScopeNode,
  file: string,
  sentence: string
): readonly Problem[] {
  return expects.flatMap(({text, ...at}): Problem[] => {
    const parsed = parseExpectation(text);
    if ("message" in parsed)
      throw new Error(`an expectation passed the check of the page: ${parsed.message}`);
    const place = {file, ...at, path: "expect"};
    try {
      const says = brokenExpectation(parsed, root);
      if (says === undefined) return [];
      const message = `expected ${text}, but the data says ${says}; no longer true: “${sentence}”`;
      return [{...place, message}];
    } catch (error) {
      if (!(error instanceof ScopeError)) throw error;
      return [{...place, message: error.message}];
    }
  });
}
