import {no, put, title} from "./yamlCase.ts";
import type {YamlCase} from "./yamlCase.ts";

/** What stands where something else is meant. */
export const TYPE_CASES: readonly YamlCase[] = [
  no("a list for a title", "report.yaml", title("[a, b]"), "not a list", 1),
  no("a group for a title", "report.yaml", title("{a: b}"), "title", 1),
  no("a number for a title", "report.yaml", title("2026"), "title", 1),
  no("yes and no for a title", "report.yaml", title("true"), "title", 1),
  no("nothing for a title", "report.yaml", title(""), "title", 1),
  no("an empty title", "report.yaml", title('""'), "title", 1),
  no(
    "a version that climbs out of its folder",
    "report.yaml",
    put("version: 0.1.0", "version: ../../etc"),
    "version",
    5
  ),
  no("a version with a slash", "report.yaml", put("version: 0.1.0", "version: 1.0/0"), "version", 5),
  no("a version of two numbers", "report.yaml", put("version: 0.1.0", "version: 1.0"), "version", 5),
  no("a day that is none", "report.yaml", put("2026-11-22", "2026-02-30"), "date", 6),
  no(
    "a threshold of 0",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: 0"),
    "customers_at_least",
    9
  ),
  no(
    "a threshold below 0",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: -1"),
    "customers_at_least",
    9
  ),
  no(
    "a threshold of 9.5",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: 9.5"),
    "customers_at_least",
    9
  ),
  no(
    "a threshold that is no number",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: .nan"),
    "customers_at_least",
    9
  ),
  no(
    "a threshold without end",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: .inf"),
    "customers_at_least",
    9
  ),
  no(
    "a threshold as a text",
    "report.yaml",
    put("customers_at_least: 10", 'customers_at_least: "10"'),
    "customers_at_least",
    9
  ),
  no(
    "a number for a percent",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: 10, largest_customer_at_most: 0.5"),
    "largest_customer_at_most",
    9
  ),
  no("no privacy", "report.yaml", put("privacy: { customers_at_least: 10 }", "privacy: none"), "privacy", 9),
  no(
    "pages for a segmentation that is not there",
    "report.yaml",
    put("[profile]", "[../profile]"),
    "small letters, digits and _ only",
    10
  ),
  no(
    "a language that is a script",
    "report.yaml",
    put("language: en", 'language: "en\\"><script>"'),
    "language",
    7
  ),
  no("a logo outside the folder", "brand.yaml", () => "logo: ../../../etc/passwd\n", "logo", 1),
  no("a logo by its whole path", "brand.yaml", () => "logo: /etc/passwd\n", "logo", 1),
  no("a logo from the network", "brand.yaml", () => "logo: https://example.org/logo.svg\n", "logo", 1),
  no("a face outside the folder", "brand.yaml", () => "headings: ../face.woff2\n", "headings", 1),
  no(
    "a colour that ends its rule",
    "brand.yaml",
    () => 'accent: "red; } body { display: none"\n',
    "accent",
    1
  ),
  no(
    "a data file outside the folder",
    "sources.yaml",
    put("file: orders.csv", "file: ../orders.csv"),
    "file"
  ),
  no("a data file by its whole path", "sources.yaml", put("file: orders.csv", "file: /etc/passwd"), "file")
];
