import * as z from "zod";
import {condition} from "../shapes/condition.ts";
import {report} from "../shapes/report.ts";
import {name, percent} from "../shapes/words.ts";
import {withParts} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";

/** Where conditions are defined; they hold conditions themselves. */
export const CONDITION = "condition";

/** What an editor says of a text that does not fit. A pattern that is not here is left to `npm run check`. */
const MESSAGES = new Map<string | undefined, string>([
  [patternOf(name), "A name has small letters, digits and _ only, and begins with a letter."],
  [patternOf(percent), "A percent is needed, such as 2%."],
  [patternOf(report.shape.version), "A version of three numbers is needed, such as 1.2.0."],
  [patternOf(report.shape.date), "A date is needed as year-month-day, such as 2026-11-22."],
  [patternOf(report.shape.language), "A language code is needed, such as en or en-GB."],
  ["^#[0-9a-fA-F]{6}$", 'A colour is needed, such as "#0b5fa5", in quotes.']
]);

/** The JSON Schema of one of our shapes, without its conditions: those are `{$ref: "#/definitions/condition"}`. */
export function shapeSchema(shape: z.ZodType): JsonSchema {
  const {$schema: _, definitions = {}, ...schema} = written(shape);
  const own = Object.keys(definitions).map(
    (key) => [`#/definitions/${key}`, `#/definitions/${CONDITION}`] as const
  );
  return tidy(schema, new Map(own));
}

/** The one shape that holds itself. */
export function conditionSchema(): JsonSchema {
  const {definitions = {}, ...schema} = written(condition);
  const [key, body] = Object.entries(definitions)[0] ?? [undefined, schema];
  return tidy(
    body,
    new Map([
      [`#/definitions/${key}`, `#/definitions/${CONDITION}`],
      ["#", `#/definitions/${CONDITION}`]
    ])
  );
}

function written(shape: z.ZodType): JsonSchema {
  return z.toJSONSchema(shape, {target: "draft-7", io: "input"}) as JsonSchema;
}

function tidy(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const {$schema: _, pattern, allOf, $ref, propertyNames, ...rest} = schema;
  const patterns = [pattern, ...(allOf ?? []).map((part) => part.pattern)];
  const known = patterns.find((each) => MESSAGES.has(each));
  const parts = (allOf ?? []).filter((part) => part.pattern === undefined);
  return withParts(
    {
      ...rest,
      ...(propertyNames && hasLimit(propertyNames) && {propertyNames}),
      ...($ref !== undefined && {$ref: names.get($ref) ?? $ref}),
      ...(rest.type === "string" && patterns.some((each) => each !== undefined) && {minLength: 1}),
      ...(known !== undefined && told(known)),
      ...(parts.length > 0 && {allOf: parts})
    },
    (inner) => tidy(inner, names)
  );
}

/** Names that may be any text are not worth a word: an editor would offer "property". */
const hasLimit = ({type: _, ...limits}: JsonSchema): boolean => Object.keys(limits).length > 0;

/** Of a text that is of another type or does not fit. */
function told(pattern: string): JsonSchema {
  const message = MESSAGES.get(pattern)!;
  return {pattern, patternErrorMessage: message, errorMessage: message};
}

function patternOf(shape: z.ZodType): string | undefined {
  return written(shape).pattern;
}
