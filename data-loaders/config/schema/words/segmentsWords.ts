import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/segments.yaml`. */
export const SEGMENTS_WORDS: KeyWords = {
  keys: {
    facts: [
      "Named values of one customer (or one order), computed from orders and items.",
      "orders_placed: { of: order.order_number, take: max, … }"
    ],
    "facts.*": [
      "A named value that segments may be made of.",
      "{ of: item, take: share, where: { department: babies }, says: … }"
    ],
    "facts.*.per": ["Whose value it is: each customer's, or each order's.", "per: order"],
    "facts.*.of": [
      "The rows it is taken over (order, item), or the column of them that is taken.",
      "of: item.price"
    ],
    "facts.*.take": ["How many values become one.", "take: mean"],
    "facts.*.where": ["Only rows for which all of this is true.", "where: { department: [pets, babies] }"],
    "facts.*.unit": ["What the values are counted in, printed with them.", "unit: days"],
    "facts.*.range": ["The only right values; any other stops the build.", "range: { from: 0, up_to: 30 }"],
    "facts.*.range.from": ["The smallest right value.", "from: 0"],
    "facts.*.range.up_to": ["The largest right value.", "up_to: 30"],
    "facts.*.missing": ["What it means that a customer has no value.", "missing: allowed"],
    "facts.*.missing.as": ["The value that stands for a missing one.", "missing: { as: 0 }"],
    "facts.*.says": [
      "The definition in a few words, as the report prints it.",
      "says: share of the customer's items from babies"
    ],

    segmentations: [
      "Ways to split customers, orders or items; each of them is in exactly one segment of each.",
      "loyalty: { by: orders_placed, bins: [ … ] }"
    ],
    "segmentations.*": [
      "One way to split: by bins, a map, rules, or a cross of two others.",
      "{ by: customer.age, bins: [ … ] }"
    ],
    "segmentations.*.title": ["What pages call it; without it the name is used.", "title: Age group"],
    "segmentations.*.of": ["What is split; without it customers.", "of: item"],
    "segmentations.*.by": ["The fact or column whose value decides.", "by: orders_placed"],
    "segmentations.*.bins": [
      "Segments from low to high; only upper ends are written and the last has none.",
      "bins: [ { label: New, up_to: 10 }, { label: Loyal } ]"
    ],
    "segmentations.*.bins[].up_to": [
      "Upper end of the segment; the value itself belongs to it.",
      "up_to: 10"
    ],
    "segmentations.*.bins[].below": [
      "Upper end of the segment; the value itself belongs to the next one.",
      "below: 35"
    ],
    "segmentations.*.bins.quantiles": ["How many segments of about the same size are made.", "quantiles: 3"],
    "segmentations.*.bins.labels": [
      "The segments' names from low to high, as many as there are quantiles.",
      "labels: [Lower, Middle, Higher]"
    ],
    "segmentations.*.bins.freeze": [
      "Whether the cut points are kept once computed, so that later data is split the same way.",
      "freeze: true"
    ],
    "segmentations.*.map": [
      "The values of each segment, every value once.",
      "map: { East: [Maine, Vermont], West: Oregon }"
    ],
    "segmentations.*.map.*": ["The values that belong to this segment.", "East: [Maine, Vermont]"],
    "segmentations.*.map.*.values": ["The values that belong to this segment.", "values: [Maine, Vermont]"],
    "segmentations.*.match": ["What counts when several rules are true.", "match: first"],
    "segmentations.*.rules": [
      "Segments by conditions, read from top to bottom.",
      "- { label: Pet owner, when: { pet_share: { above: 2% } } }"
    ],
    "segmentations.*.rules[].when": [
      "What must be true of a customer in this segment; all entries together.",
      "when: { customer.age: { from: 65 }, loyalty: Loyal }"
    ],
    "segmentations.*.rules[].where": [
      "The condition as one line of text, for what entries cannot say.",
      'where: "pet_share > 2% or loyalty = Loyal"'
    ],
    "segmentations.*.else": ["The segment of all those for whom no rule is true.", "else: Everyone else"],
    "segmentations.*.cross": [
      "Two segmentations of customers; every pair of their segments is a segment.",
      "cross: [age_group, household]"
    ],
    "segmentations.*.missing": ["The segment of those who have no value.", "missing: No price known"],
    "segmentations.*.expect": [
      "Sizes that must hold, or the build stops and tells the figures.",
      "expect: { else_at_most: 40% }"
    ],
    "segmentations.*.expect.else_at_most": [
      "The largest share that the else segment may have.",
      "else_at_most: 40%"
    ],
    "segmentations.*.expect.each_at_least": [
      "The smallest share that each segment must have.",
      "each_at_least: 1%"
    ],
    "segmentations.*.expect.at_most": [
      "The largest share of single segments, by label.",
      "at_most: { New: 60% }"
    ],
    "segmentations.*.expect.at_most.*": ["The largest share that this segment may have.", "New: 60%"],
    "**.label": [
      "The segment's name as pages and charts print it, at most 80 characters.",
      "label: Pet owner"
    ],
    "**.say": [
      "A sentence about who they are, printed on the segment's page.",
      "say: Feeds a pet from the basket"
    ],
    "**.colour": [
      "Its colour in every chart: a place in the palette from 1 to 8, or a colour in quotes.",
      'colour: "#0b5fa5"'
    ],
    "**.order": ["Its place among the segments, smallest first; without it as written.", "order: 1"],

    "condition.all": [
      "A list of conditions that must all be true.",
      "all: [ { customer.age: { from: 65 } }, { loyalty: Loyal } ]"
    ],
    "condition.any": [
      "A list of conditions of which at least one must be true.",
      "any: [ { pet_share: { above: 2% } }, { baby_share: { above: 2% } } ]"
    ],
    "condition.not": ["A condition that must not be true.", "not: { loyalty: New }"],
    "condition.*": ["A value, a list of values, or a range.", "customer.age: { from: 18, below: 35 }"],
    "condition.*.from": ["This value or more.", "from: 18"],
    "condition.*.above": ["More than this value.", "above: 2%"],
    "condition.*.up_to": ["This value or less.", "up_to: 34"],
    "condition.*.below": ["Less than this value.", "below: 35"],
    "condition.*.in": ["One of these values.", "in: [Maine, Vermont]"],
    "condition.*.missing": ["Whether there is no value (true), or one (false).", "missing: true"]
  },
  values: {
    "facts.*.per": {
      customer: "one value for each customer; usual",
      order: "one value for each order, taken over its items"
    },
    "facts.*.take": {
      count: "how many rows",
      sum: "all values added up",
      mean: "the average value",
      median: "the middle value",
      min: "the smallest value",
      max: "the largest value",
      share: "the part of the rows for which where is true",
      first: "the value of the first row, by order and place in the cart",
      last: "the value of the last row, by order and place in the cart",
      most_common: "the value that most rows have; of several the smallest"
    },
    "facts.*.missing": {
      never: "every customer has a value; one without is a problem of the data",
      allowed: "some customers have no value"
    },
    "segmentations.*.of": {customer: "customers; usual", order: "orders", item: "items"},
    "segmentations.*.match": {
      first: "the first rule that is true; usual",
      unique: "only one rule can be true, which the build proves",
      all: "all rules that are true, as one segment A + B"
    }
  }
};
