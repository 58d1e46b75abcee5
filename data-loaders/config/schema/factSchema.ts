import {isRowTake} from "../facts.ts";
import {TAKES} from "../shapes/fact.ts";
import {columnSays} from "./columnSays.ts";
import {whereName} from "./conditionSchemas.ts";
import type {Word} from "./dataWords.ts";
import {defined, either, withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import {offeredUnits} from "./offeredUnits.ts";
import type {ProjectWords} from "./projectWords.ts";
import {oneOf} from "./valueSchema.ts";

const ROWS: readonly Word[] = [
  {word: "order", says: "the orders themselves, to count them or their share"},
  {word: "item", says: "the item lines themselves, to count them or their share"}
];

/** A fact of this project: `of` goes with `take`, and `where` speaks of what the rows have. */
export function factSchema(base: JsonSchema, words: ProjectWords): JsonSchema {
  const columns = numberColumns(words);
  const withWords = withProperties(base, {
    of: ({type: _, ...of}) => of,
    where: ({description}) => (description === undefined ? {} : {description}),
    unit: (unit) => ({...unit, ...offeredUnits(words)})
  });
  return {
    ...withWords,
    allOf: [
      either(
        has("take", {enum: TAKES.filter(isRowTake)}),
        {properties: {of: oneOf(ROWS)}},
        either({required: ["take"]}, {properties: {of: oneOf(columns)}}, anyOf(columns))
      ),
      either(
        has("of", {pattern: "^order\\b"}),
        {properties: {where: defined(whereName("order"))}},
        {properties: {where: defined(whereName("item"))}}
      )
    ]
  };
}

/** As long as it is not known what is taken. */
const anyOf = (columns: readonly Word[]): JsonSchema => ({properties: {of: oneOf([...ROWS, ...columns])}});

const has = (key: string, schema: JsonSchema): JsonSchema => ({required: [key], properties: {[key]: schema}});

function numberColumns({columns}: ProjectWords): readonly Word[] {
  return [...columns]
    .filter(([, {grain, type}]) => grain !== "customer" && type !== "text" && type !== "category")
    .map(([word, column]) => ({word, says: columnSays(word, column)}));
}
