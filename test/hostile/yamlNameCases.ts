import {LABEL, label, no, put, title, yes} from "./yamlCase.ts";
import type {YamlCase} from "./yamlCase.ts";

/** Names and labels. */
export const NAME_CASES: readonly YamlCase[] = [
  no(
    "a segmentation that climbs out of a folder",
    "segments.yaml",
    put("  loyalty:", '  "../../loyalty":'),
    "segmentations",
    8
  ),
  no("a segmentation with a slash", "segments.yaml", put("  loyalty:", "  a/b:"), "segmentations", 8),
  no("a segmentation with a zero byte", "segments.yaml", put("  loyalty:", '  "a\\0b":'), "segmentations", 8),
  no("a segmentation without a name", "segments.yaml", put("  loyalty:", '  "":'), "segmentations", 8),
  no(
    "a segmentation called constructor",
    "segments.yaml",
    put("by: orders_placed", "by: constructor"),
    "unknown fact or column",
    10
  ),
  no(
    "a fact called __proto__",
    "segments.yaml",
    put("  orders_placed:", "  __proto__:"),
    "__proto__ is not possible",
    2
  ),
  no("two segments of one label", "segments.yaml", label("New"), "New", 13),
  no("a label that is a number", "segments.yaml", label("7"), "label", 13),
  no("a label that is a list", "segments.yaml", label("[a]"), "label", 13),
  no("an empty label", "segments.yaml", label('""'), "label", 13),
  no("a label of spaces", "segments.yaml", label('"   "'), "label", 13),
  no("a state mapped twice", "segments.yaml", put("[Idaho, Oregon]", "[Idaho, Maine]"), "Maine", 32),
  no("bins that fall", "segments.yaml", put("up_to: 40", "up_to: 4"), "bins have to rise", 13),
  no("a bin up to no number", "segments.yaml", put("up_to: 40", "up_to: .nan"), "up_to", 13),
  no(
    "a segmentation made of itself",
    "segments.yaml",
    put("cross: [age_group, household]", "cross: [age_group, age_by_household]"),
    "age_by_household"
  ),
  no("code for a rule", "segments.yaml", put("where: age >= 50 and not", "where: process.exit() or not"), ""),
  yes(
    "a label of HTML",
    "segments.yaml",
    LABEL,
    "label: '<b>x</b><script>alert(1)</script>',",
    "<b>x</b><script>alert(1)</script>"
  ),
  yes(
    "a label that ends an attribute",
    "segments.yaml",
    LABEL,
    "label: '\" onload=alert(1) x=\"',",
    '\\" onload=alert(1) x=\\"'
  ),
  yes("a label in Arabic", "segments.yaml", LABEL, "label: عملاء منتظمون,", "عملاء منتظمون"),
  yes("a label of emoji", "segments.yaml", LABEL, "label: 👩‍👩‍👧‍👦🛒,", "👩‍👩‍👧‍👦🛒"),
  yes("a label that is a formula", "segments.yaml", LABEL, "label: '=HYPERLINK(1)',", "=HYPERLINK(1)"),
  yes(
    "a label that climbs out of a folder",
    "segments.yaml",
    LABEL,
    "label: ../../etc/passwd,",
    "../../etc/passwd"
  ),
  yes("a label called constructor", "segments.yaml", LABEL, "label: constructor,", "constructor"),
  yes("a label of YAML's no", "segments.yaml", LABEL, 'label: "no",', '"no"'),
  no("a label of 5,000 characters", "segments.yaml", label("x".repeat(5000)), "characters", 13),
  no("a label that steers a terminal", "segments.yaml", label('"\\e[31mred"'), "label", 13),
  no("a label that turns the direction of text", "segments.yaml", label('"\\u202Eabc"'), "label", 13),
  no("a label of two lines", "segments.yaml", label('"a\\nb"'), "label", 13),
  yes(
    "1,000 segments",
    "segments.yaml",
    "      East: [Maine, New York]",
    [
      "      East: [Maine, New York]",
      ...Array.from({length: 998}, (_, at) => `      Part ${at}: [S${at}]`)
    ].join("\n"),
    "Part 997"
  ),
  no("a title that steers a terminal", "report.yaml", title('"\\e]0;owned\\a"'), "title", 1)
];
