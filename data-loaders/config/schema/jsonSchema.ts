/** As much of JSON Schema (draft 7, with the additions that editors know) as ours are made of. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Beside each word of `enum`. */
  readonly enumDescriptions?: readonly string[];
  /** Words that are offered, while others are possible. */
  readonly examples?: readonly string[];
  /** What is told in the place of an editor's own words for a wrong type or word. */
  readonly errorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

const ref = (name: string): JsonSchema => ({$ref: `#/definitions/${name}`});

/** What is defined once under a name; in `allOf`, so that it may have a description beside it. */
export const defined = (name: string, description?: string): JsonSchema =>
  description === undefined ? ref(name) : {description, allOf: [ref(name)]};

/** One schema where the condition fits, else the other. */
export function either(condition: JsonSchema, fits: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema; nothing waits for it
  return {if: condition, then: fits, ...(otherwise && {else: otherwise})};
}

/** The schema with another in the place of each of its direct parts. */
export function withParts(
  schema: JsonSchema,
  part: (inner: JsonSchema, step: string) => JsonSchema
): JsonSchema {
  const {properties, propertyNames, additionalProperties: others, items, anyOf, allOf} = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, inner]) => [key, part(inner, `.${key}`)])
      )
    }),
    ...(propertyNames && {propertyNames: part(propertyNames, "")}),
    ...(typeof others === "object" && {additionalProperties: part(others, ".*")}),
    ...(items && {items: part(items, "[]")}),
    ...(anyOf && {anyOf: anyOf.map((inner) => part(inner, ""))}),
    ...(allOf && {allOf: allOf.map((inner) => part(inner, ""))}),
    ...(schema.if &&
      schema.then &&
      either(part(schema.if, ""), part(schema.then, ""), schema.else && part(schema.else, "")))
  };
}

/** The schema with some of its keys' schemas changed; keys that it has not are left alone. */
export function withProperties(
  schema: JsonSchema,
  changes: Readonly<Record<string, (property: JsonSchema) => JsonSchema>>
): JsonSchema {
  const {properties = {}} = schema;
  const changed = Object.entries(changes).flatMap(([key, change]): [string, JsonSchema][] => {
    const property = properties[key];
    return property ? [[key, change(property)]] : [];
  });
  return {...schema, properties: {...properties, ...Object.fromEntries(changed)}};
}

/** What stands under any name of a group, without its own description: that one is said of names not known yet. */
export function entryOf({additionalProperties}: JsonSchema): JsonSchema {
  const {description: _, ...entry} = additionalProperties as JsonSchema;
  return entry;
}

/** A group of entries by name, all of one definition; what is known of an entry shows at its name. */
export function namedEntries(
  group: JsonSchema,
  definition: string,
  words: readonly {readonly word: string; readonly says?: string | undefined}[]
): JsonSchema {
  const {description} = group.additionalProperties as JsonSchema;
  const entries = words.map(({word, says}) => [word, defined(definition, says ?? description)]);
  return {
    ...group,
    properties: Object.fromEntries(entries),
    additionalProperties: defined(definition, description)
  };
}
