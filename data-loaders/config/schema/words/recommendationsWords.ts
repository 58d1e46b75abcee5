import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/recommendations.yaml`. */
export const RECOMMENDATIONS_WORDS: KeyWords = {
  keys: {
    recommendations: ["What the report recommends, by an id that links may name.", "keep-the-loyal: { … }"],
    "recommendations.*.title": ["What to do, in one line.", "title: Pet food on repeat"],
    "recommendations.*.question": ["Which of the ten questions it answers.", "question: 6"],
    "recommendations.*.decider": ["Who decides.", "decider: VP Marketing"],
    "recommendations.*.audience": [
      "One segment of a segmentation, or all customers.",
      "audience: { loyalty: Loyal }"
    ],
    "recommendations.*.action": [
      "What to do; may hold numbers in braces, as pages do.",
      "action: Show what each of them buys again."
    ],
    "recommendations.*.channel": ["Where it reaches them.", "channel: App and e-mail"],
    "recommendations.*.timing": ["When.", "timing: Within ten days of an order"],
    "recommendations.*.unless": [
      "What would change our mind.",
      "unless: A reminder brings orders forward without adding any."
    ],
    "recommendations.*.rests_on": [
      "The findings it rests on; where one of them does not hold, it is withdrawn.",
      "rests_on: [{ figure: habits-by-loyalty, measure: reorder_share, row: Loyal, verdict: difference }]"
    ],
    "recommendations.*.rests_on[].figure": ["The id of a figure on a page.", "figure: habits-by-loyalty"],
    "recommendations.*.rests_on[].measure": [
      "A measure of the figure; its first where nothing is written.",
      "measure: reorder_share"
    ],
    "recommendations.*.rests_on[].row": [
      "The row, by its label or labels; the whole figure where nothing is written.",
      "row: Loyal"
    ],
    "recommendations.*.rests_on[].verdict": ["What the comparison must say.", "verdict: difference"],
    "recommendations.*.rests_on[].expect": [
      "What must hold of the figure, in the words of an expectation.",
      "expect: highest.share at least 6%"
    ],
    "recommendations.*.test": [
      "How one would know whether it worked.",
      "test: { measure: orders_per_customer, hold_out: 20% }"
    ],
    "recommendations.*.test.measure": [
      "The ratio that is compared between the two groups.",
      "measure: orders_per_customer"
    ],
    "recommendations.*.test.hold_out": ["Share of the audience that is left alone.", "hold_out: 20%"]
  },
  values: {
    "recommendations.*.rests_on[].verdict": {
      difference: "a difference that is sure and large enough to act on",
      "no difference": "surely no difference worth acting on"
    }
  }
};
