import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {Recommendation} from "../../data-loaders/config/recommendations.ts";
import type {Sources, TableName} from "../../data-loaders/config/sources.ts";
import type {PopulationFlow, TableFlow} from "../../data-loaders/tables/populationFlow.ts";
import {whyNotCounted} from "../../data-loaders/measures/measureParts.ts";
import type {FigureContext} from "../figures/figureContext.ts";
import {lacking} from "../figures/figureContext.ts";
import type {FigureData} from "../figures/figureData.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {longDate} from "../figures/longDate.ts";
import {figureNode} from "./figureScope.ts";
import type {PageSegment} from "./pageSource.ts";
import type {ScopeNode, Written} from "./scope.ts";
import {branch, countLeaf, leaf, madeOnce, ScopeError, unavailableNode} from "./scope.ts";

/** What exists once the data was counted. Reading pages needs none of it. */
export interface CountedReport {
  readonly settings: ReportSettings;
  readonly sources: Sources;
  readonly flow: PopulationFlow;
  readonly data: (spec: FigureSpec) => FigureData;
  /** Where a figure stands: its page and number. */
  readonly figure: (id: string) => Written;
  /** Where a recommendation stands. */
  readonly recommendation: (id: string) => Written;
}

export interface ReportScope {
  readonly context: FigureContext;
  /** Every figure of the report by id. */
  readonly figures: ReadonlyMap<string, FigureSpec>;
  readonly recommendations?: readonly Recommendation[];
  /** Called by writing only. */
  readonly counted: () => CountedReport;
}

/** Words that begin a path and so cannot be a figure's id. */
export const reservedIds = ["total", "segment", "segments", "flow", "report", "sources", "recommendations"];

/**
 * All that `{{ }}` may name on a page, by the segment that the page is about. `own` is the figure whose headline or note
 * is written: its names come first.
 */
export type ReportRoots = (segment?: PageSegment, own?: FigureSpec) => ScopeNode;

/** What texts may name, of nodes that are made once, however many pages and texts ask for them. */
export function reportRoots({context, figures, counted, recommendations = []}: ReportScope): ReportRoots {
  const figure = madeOnce((spec: FigureSpec) =>
    figureNode({
      spec,
      context,
      data: (asked) => counted().data(asked),
      link: {names: [], step: () => undefined, write: () => counted().figure(spec.id)}
    })
  );
  const spec = groupingSpecs(context);
  const grouping = madeOnce((name: string | undefined) =>
    figureNode({spec: spec(name), context, data: (asked) => counted().data(asked)})
  );
  const total = () => grouping(undefined).step({kind: "rank", rank: 1})!;
  const general = madeOnce((segment: PageSegment | undefined) =>
    branch({
      total: () => withQueries(total(), grouping(undefined)),
      segments: () => segmentsNode(context, grouping),
      ...(segment && {segment: () => segmentNode(segment, grouping(segment.segmentation))}),
      recommendations: () => recommendationsNode(recommendations, (id) => counted().recommendation(id)),
      flow: () => flowNode(() => counted().flow),
      report: () => settingsNode(() => counted().settings),
      sources: () => sourcesNode(() => counted().sources)
    })
  );
  return (segment, own) => {
    const ownNode = own && figure(own);
    const others = general(segment);
    return {
      names: [...(ownNode?.names ?? []), ...others.names, ...figures.keys()],
      step: (step) => {
        const mine = ownNode?.step(step);
        if (mine) return {...mine, queries: []}; // the figure itself asks for them
        if (step.kind !== "name") return undefined;
        // On a segment's page the template's figures go by the id that the template gives them.
        const named =
          figures.get(segment ? `${segment.slug}-${step.name}` : step.name) ?? figures.get(step.name);
        return named ? figure(named) : others.step(step);
      }
    };
  };
}

/** Groupings that prose asks for without a figure, by a segmentation or of all, with every measure they can be counted by. */
function groupingSpecs(context: FigureContext): (name: string | undefined) => FigureSpec {
  const measures = context.measures.measures.filter(
    (measure) =>
      measure.kind !== "index" &&
      measure.kind !== "penetration" &&
      lacking(context, measure) === undefined &&
      whyNotCounted(measure, ["customer"]) === undefined
  );
  const lacks = lackingMeasures(context);
  return (name) => ({
    id: name ?? "total",
    finding: "",
    measures: measures.map((measure) => measure.name),
    by: name === undefined ? [] : [name],
    chart: "table",
    sort: "order",
    highlight: [],
    compared: false,
    expects: [],
    place: {file: "", line: 0},
    lacking: lacks
  });
}

function lackingMeasures(context: FigureContext): ReadonlyMap<string, string> {
  const {measures} = context.measures;
  const reasons = measures.map((measure) => [measure.name, lacking(context, measure)] as const);
  return new Map(reasons.flatMap(([name, reason]) => (reason === undefined ? [] : [[name, reason]])));
}

function segmentsNode(context: FigureContext, grouping: (name: string) => ScopeNode): ScopeNode {
  const known = context.segments.segmentations
    .filter(({grain}) => grain === "customer")
    .map(({name}) => name);
  const nodeOf = (name: string) => {
    const reason = context.unavailable.get(name);
    return reason === undefined ? grouping(name) : unavailableNode(reason);
  };
  const names = [...new Set([...known, ...context.unavailable.keys()])];
  return branch(Object.fromEntries(names.map((name) => [name, () => nodeOf(name)])));
}

function segmentNode({label, say}: PageSegment, grouping: ScopeNode): ScopeNode {
  const row = grouping.step({kind: "label", label}) ?? branch({});
  const words = branch({name: () => leaf(() => label), say: () => leaf(() => say)});
  return {
    names: [...words.names, ...row.names],
    step: (step) => words.step(step) ?? row.step(step),
    ...(grouping.queries && {queries: grouping.queries})
  };
}

function withQueries(node: ScopeNode, from: ScopeNode): ScopeNode {
  return from.queries ? {...node, queries: from.queries} : node;
}

const tables: readonly TableName[] = ["orders", "items", "products", "departments", "aisles", "customers"];

function flowNode(flow: () => PopulationFlow): ScopeNode {
  return branch(
    Object.fromEntries(
      tables.map((name) => {
        const table = () => flow().tables.find((one) => one.table === name) ?? noTable(name);
        return [name, () => tableNode(table)];
      })
    )
  );
}

function tableNode(table: () => TableFlow): ScopeNode {
  const aside = (kind?: "rule" | "defect") =>
    sum(
      table()
        .set_aside.filter((one) => kind === undefined || one.kind === kind)
        .map(({rows}) => rows)
    );
  const counts = branch({
    rows_in: () => countLeaf(() => table().rows_in, count),
    rows_used: () => countLeaf(() => table().rows_used, count),
    set_aside: () => countLeaf(() => aside(), count),
    rules: () => countLeaf(() => aside("rule"), count),
    defects: () => countLeaf(() => aside("defect"), count)
  });
  return {
    names: counts.names,
    step: (step) => {
      if (step.kind !== "label") return counts.step(step);
      const rowsOf = (set: TableFlow["set_aside"]) =>
        sum(set.filter(({reason}) => reason === step.label).map(({rows}) => rows));
      return countLeaf(() => rowsOf(table().set_aside), count);
    }
  };
}

function settingsNode(settings: () => ReportSettings): ScopeNode {
  return branch({
    title: () => leaf(() => settings().title),
    subtitle: () => leaf(() => settings().subtitle),
    organisation: () => leaf(() => settings().organisation),
    audience: () => leaf(() => settings().audience),
    version: () => leaf(() => settings().version),
    date: () => leaf(() => longDate(settings().date)),
    customers_at_least: () => countLeaf(() => settings().customersAtLeast, count),
    largest_customer_at_most: () =>
      leaf(() => `${Number((100 * settings().largestCustomerAtMost).toPrecision(12))}%`)
  });
}

function recommendationsNode(all: readonly Recommendation[], written: (id: string) => Written): ScopeNode {
  const nodeOf = ({id, title}: Recommendation) =>
    branch({
      title: () => leaf(() => title),
      link: () => ({names: [], step: () => undefined, write: () => written(id)})
    });
  return branch(Object.fromEntries(all.map((one) => [one.id, () => nodeOf(one)])));
}

function sourcesNode(sources: () => Sources): ScopeNode {
  return branch({
    citation: () => leaf(() => sources().citation),
    notice: () => leaf(() => sources().notice),
    day_zero: () => leaf(() => sources().day_zero)
  });
}

function noTable(name: string): never {
  throw new ScopeError(`this data has no table of ${name}`);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const count = (value: number) => value.toLocaleString("en-US");
