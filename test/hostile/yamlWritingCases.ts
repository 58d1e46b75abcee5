import {no, put, title} from "./yamlCase.ts";
import type {YamlCase} from "./yamlCase.ts";

const BOMB = `${["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghi".split("").map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(", ")}]`)].join("\n")}\n`;
/** How a file is written. */
export const WRITING_CASES: readonly YamlCase[] = [
  no("a bomb of aliases", "report.yaml", (text) => BOMB + text, "is not possible here", 1),
  no("an alias to itself", "report.yaml", title("&a [*a]"), "is not possible here", 1),
  no("an anchor that nobody names", "report.yaml", title("&a Who"), "&a is not possible here", 1),
  no("an alias to nothing", "report.yaml", title("*a"), "needs quotes", 1),
  no("a merge key", "report.yaml", (text) => `<<: {title: x}\n${text}`, "", 1),
  no("the same key twice", "report.yaml", (text) => `${text}title: x\n`, "stands here a second time"),
  no(
    "the same key twice, once quoted",
    "report.yaml",
    (text) => `${text}"title": x\n`,
    "stands here a second time"
  ),
  no(
    "the same key twice inside braces",
    "report.yaml",
    put("customers_at_least: 10", "customers_at_least: 10, customers_at_least: 2"),
    "stands here a second time",
    9
  ),
  no('the keys 1 and "1"', "report.yaml", (text) => `${text}1: a\n"1": b\n`, "second time"),
  no(
    "__proto__ as a key",
    "report.yaml",
    (text) => `${text}__proto__: {title: x}\n`,
    "__proto__ is not possible as a name"
  ),
  no(
    "__proto__ inside a value",
    "report.yaml",
    put("customers_at_least: 10", "__proto__: {customers_at_least: 1}, customers_at_least: 10"),
    "__proto__",
    9
  ),
  no("constructor as a key", "report.yaml", (text) => `${text}constructor: x\n`, "unknown"),
  no("toString as a key", "report.yaml", (text) => `${text}toString: x\n`, "unknown"),
  no("a key that is a list", "report.yaml", (text) => `${text}? [a]\n: x\n`, "has to be a text"),
  no("a tag for code", "report.yaml", title("!!js/function 'x'"), "begins with !", 1),
  no("a tag for Python", "report.yaml", title("!!python/object/apply:os.system ['id']"), "begins with !", 1),
  no("a tag of YAML itself", "report.yaml", title("!!str x"), "begins with !", 1),
  no("a tag for bytes", "report.yaml", title("!!binary aGk="), "begins with !", 1),
  no("a tag that nobody knows", "report.yaml", title("!secret x"), "begins with !", 1),
  no("tabs for indentation", "segments.yaml", (text) => text.replaceAll("\n  ", "\n\t"), "begins with a tab"),
  no("one tab", "segments.yaml", put("    title: Loyalty", "\ttitle: Loyalty"), "tab", 9),
  no("nothing at all", "report.yaml", () => "", "the file is empty", 1),
  no("comments only", "report.yaml", () => "# nothing\n", "the file is empty", 1),
  no("null", "report.yaml", () => "null\n", "the file is empty", 1),
  no("two documents", "report.yaml", (text) => `${text}---\ntitle: x\n`, "a second document begins here", 11),
  no("a document that ends early", "report.yaml", (text) => `title: x\n...\n${text}`, "second document"),
  no("a directive", "report.yaml", (text) => `%YAML 1.1\n---\n${text}`, "begins with %", 1),
  no("20,000 open brackets", "report.yaml", () => "[".repeat(20_000), "nested too deeply", 1),
  no(
    "1,000 levels of keys",
    "report.yaml",
    () => `${"{a: ".repeat(1000)}1${"}".repeat(1000)}`,
    "nested too deeply"
  ),
  no(
    "60 levels inside a value",
    "report.yaml",
    title(`${"[".repeat(60)}${"]".repeat(60)}`),
    "nested too deeply",
    1
  ),
  no("a list for a file", "report.yaml", () => "- a\n- b\n", "a group of entries", 1),
  no("a text for a file", "report.yaml", () => "hello\n", "a group of entries", 1),
  no("JSON that breaks off", "report.yaml", () => '{"title": "x"', "is not closed"),
  no("HTML for a file", "report.yaml", () => "<!DOCTYPE html>\n<html></html>\n", "", 1),
  no("UTF-16", "report.yaml", (text) => Buffer.from(`\ufeff${text}`, "utf16le"), "is not UTF-8 text"),
  no("Latin-1", "report.yaml", () => Buffer.from("title: Caf\u00e9\n", "latin1"), "is not UTF-8 text"),
  no("zero bytes", "report.yaml", () => new Uint8Array(100), ""),
  no("two megabytes", "report.yaml", (text) => text + "#".repeat(2_000_000), "larger than 1 MB"),
  no(
    "a bracket that never closes",
    "segments.yaml",
    put("[Maine, New York]", "[Maine, New York"),
    "is not closed",
    31
  ),
  no("a quote that never closes", "report.yaml", title('"Who'), ""),
  no("an escape that is none", "report.yaml", title('"\\q"'), "backslash", 1),
  {name: "a byte-order mark", file: "report.yaml", edit: (text) => `\ufeff${text}`, holds: "Who shops when"},
  {
    name: "Windows line ends",
    file: "report.yaml",
    edit: (text) => text.replaceAll("\n", "\r\n"),
    holds: "Who shops when"
  },
  {
    name: "Windows line ends in rules",
    file: "segments.yaml",
    edit: (text) => text.replaceAll("\n", "\r\n"),
    holds: "New-baby household"
  },
  {name: "JSON", file: "brand.yaml", edit: () => '{"name": "A grocer"}\n', holds: "A grocer"}
];
