import type {Position} from "./readYaml.ts";

/** Exact types of `config/recommendations.yaml`. */

/** Where something stands, for problems that only pages or the data show. */
export interface Place extends Position {
  readonly file: string;
}

/** Finds the place when a problem is told: that takes the whole file's nodes, which reading a known text does without. */
export type FindPlace = () => Place;

/** A finding that a recommendation rests on; it must hold in the data. */
export interface Evidence {
  /** Id of a figure of the pages. */
  readonly figure: string;
  /** A measure of the figure; absent: its only or first one. */
  readonly measure?: string;
  /** A row of the figure by its labels, one for each dimension; none: the measure as a whole. */
  readonly row: readonly string[];
  /** What must hold: a verdict, or an expectation as pages write it: `highest.share at least 16%`. */
  readonly must: {readonly verdict: EvidenceVerdict} | {readonly expect: string};
  readonly place: FindPlace;
}

export type EvidenceVerdict = "difference" | "no difference";

export interface Recommendation {
  /** Its address: `recommendations.html#protect-the-loyal`. */
  readonly id: string;
  readonly title: string;
  /** Which of the ten questions it answers, 1 to 10. */
  readonly question: number;
  /** Who is to decide: `VP Marketing`. */
  readonly decider?: string;
  /** Whom it is for; absent: every customer. */
  readonly audience?: {readonly segmentation: string; readonly label: string};
  /** Texts that may hold numbers in `{{ }}`. */
  readonly action: string;
  readonly channel?: string;
  readonly timing?: string;
  readonly unless?: string;
  readonly restsOn: readonly Evidence[];
  readonly test?: {
    /** A ratio of measures.yaml whose change the test looks for. */
    readonly measure: string;
    /** Share of the audience that gets nothing, 0 to 1. */
    readonly holdOut: number;
  };
  readonly place: FindPlace;
}
