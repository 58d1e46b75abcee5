import type {Problem} from "../../data-loaders/config/problem.ts";
import type {Block} from "../figures/blockReader.ts";
import {blockReader} from "../figures/blockReader.ts";
import {verdicts, verdictTexts} from "../figures/byVerdict.ts";
import type {VerdictTexts} from "../figures/byVerdict.ts";
import {expected} from "../figures/figureFields.ts";
import type {Expected} from "../figures/figureSpec.ts";

/** Prose of which the data chooses one text: the verdict of what `of` names. */
export interface AnswerSpec {
  /** A figure, one of its measures or rows: `habits-by-region.price_per_item`. */
  readonly of: string;
  readonly texts: VerdictTexts;
  readonly expects: readonly Expected[];
}

/** Every key an answer block may have. */
const answerKeys: readonly string[] = ["of", ...verdicts, "expect"];

/** Reads an answer block. Problems stand at their place in the page. */
export function readAnswer(block: Block): {
  readonly spec?: AnswerSpec;
  readonly problems: readonly Problem[];
} {
  const {read, problems} = blockReader(block, "an answer", answerKeys);
  if (!read) return {problems};
  const spec = {of: read.text("of", true) ?? "", texts: verdictTexts(read), expects: expected(read)};
  return problems.length > 0 ? {problems} : {spec, problems: []};
}
