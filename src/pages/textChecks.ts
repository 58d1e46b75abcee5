import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Expected, Headline} from "../figures/figureSpec.ts";
import type {Step} from "./bindingPath.ts";
import {bindingsIn, stepsOf} from "./bindingPath.ts";
import {checkExpectation, parseExpectation} from "./expectation.ts";
import type {Found, ScopeNode} from "./scope.ts";
import {follow} from "./scope.ts";
import {foundVerdict} from "./verdictPath.ts";

/** What a text needs to be written: groupings, and the reason why this data lacks some of them. */
export interface TextNeeds {
  readonly queries: readonly AggregateQuery[];
  readonly unavailable?: string;
}

/** What texts are checked against. */
export interface TextScope {
  readonly root: ScopeNode;
  /** Ids of figures that could not be read: their own problems are enough. */
  readonly unread: ReadonlySet<string>;
}

/** Checks the bindings of a text; `report` is told of each that leads nowhere. */
export function checkBindings(
  text: string,
  {root, unread}: TextScope,
  report: (at: number, width: number, message: string) => void
): TextNeeds {
  const {bindings, faults} = bindingsIn(text);
  for (const {at, width, message} of faults) report(at, width, message);
  return allNeeds(
    bindings.flatMap(({steps, from, to}) => {
      const found = follow(root, steps);
      if (isUnread(steps, unread)) return [];
      if (!("message" in found)) return [found];
      report(from, to - from, found.message);
      return [];
    })
  );
}

/** Checks the path whose verdict chooses between texts. */
export function checkHeadline(
  headline: Exclude<Headline, string>,
  {root, unread}: TextScope,
  report: (message: string) => void
): TextNeeds {
  const found = foundVerdict(headline.of, root);
  if (isUnread(stepsOf(headline.of ?? "") ?? [], unread)) return {queries: []};
  if (!("message" in found)) return allNeeds([found]);
  report(found.message);
  return {queries: []};
}

/** Checks what a block expects of the data, as far as that shows without it. */
export function checkExpects<Written extends Pick<Expected, "text">>(
  expects: readonly Written[],
  {root, unread}: TextScope,
  report: (place: Written, message: string) => void
): TextNeeds {
  return {
    queries: expects.flatMap((place): readonly AggregateQuery[] => {
      const parsed = parseExpectation(place.text);
      if (!("message" in parsed) && isUnread(parsed.steps, unread)) return [];
      const found = "message" in parsed ? parsed : follow(root, parsed.steps);
      const fault =
        "message" in found
          ? found.message
          : found.unavailable === undefined && !("message" in parsed)
            ? checkExpectation(parsed, found)
            : undefined;
      if (fault !== undefined) report(place, fault);
      return "message" in found ? [] : found.queries;
    })
  };
}

export function allNeeds(found: readonly (TextNeeds | Found)[]): TextNeeds {
  const unavailable = found.map((one) => one.unavailable).find((reason) => reason !== undefined);
  return {queries: found.flatMap(({queries}) => queries), ...(unavailable !== undefined && {unavailable})};
}

const isUnread = ([first]: readonly Step[], unread: ReadonlySet<string>) =>
  first?.kind === "name" && unread.has(first.name);
