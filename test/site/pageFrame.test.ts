import {expect, test} from "vitest";
import {pageFooter, pageHeader} from "../../publish/site/pageFrame.ts";
import {securityPolicy} from "../../publish/site/securityPolicy.ts";
import {siteModel} from "../../publish/site/siteModel.ts";
import {isInside, pageLink} from "../../publish/site/sitePaths.ts";
import {fixturePublication} from "./fixturePublication.ts";

const site = siteModel(fixturePublication());

test("the navigation groups pages, in reading order, and marks the one that is open", () => {
  const html = pageHeader(site, "profiles/pet-owner", {search: "../s.js"});
  expect([...html.matchAll(/nav-heading">([^<]*)/g)].map(([, name]) => name)).toEqual([
    "Answers",
    "Profiles",
    "About"
  ]);
  expect([...html.matchAll(/<a href="([^"]*)" aria-current="page"/g)].map(([, href]) => href)).toEqual([
    "../profiles/pet-owner.html"
  ]);
  expect(html).not.toContain("PDF");
});

test("the first page has no previous page and the last no next", () => {
  expect(pageFooter(site, "index")).not.toContain('rel="prev"');
  expect(pageFooter(site, "index")).toContain('rel="next" href="./when.html"');
  expect(pageFooter(site, "methods")).not.toContain('rel="next"');
});

test("the footer says how to cite the report and its data", () => {
  const text = pageFooter(site, "when").replaceAll(/<[^>]*>/g, "");
  expect(text).toContain("Cartograph sample grocer (2026). “Who shops when, and for what”: final report");
  expect(text).toContain("Version 0.1.0, 22 November 2026.");
  expect(text).toContain("Prices and customers are invented.");
});

test("titles are text", () => {
  const odd = {
    ...site,
    title: "<img src=x onerror=alert(1)>",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Framework's own syntax, as a page would hold it
    pages: [{path: "a", title: '"><b>', group: "${x}"}]
  };
  const html = pageHeader(odd, "a", {search: "s.js"});
  expect(html).not.toMatch(/<img|<b>|\$\{x\}/);
});

test.each([
  ["index", "when", "./when.html"],
  ["profiles/a", "when", "../when.html"],
  ["profiles/a", "profiles/b", "../profiles/b.html"]
])("from %s to %s is %s", (from, to, link) => expect(pageLink(from, to)).toBe(link));

test.each(["../a", "/a", "a/../b", "a//b", "", ".", "a\\b", "./a"])("%j is not inside", (path) => {
  expect(isInside(path)).toBe(false);
});

test("inline scripts and styles are allowed by what they say", () => {
  const policy = securityPolicy('<style>p{}</style><p style="color:red">a</p><script>go()</script>', false);
  expect(policy).toMatch(/script-src 'self' 'sha256-/);
  expect(policy).toMatch(/style-src 'self' 'sha256-/);
  expect(policy).toMatch(/style-src-attr 'unsafe-hashes' 'sha256-/);
  expect(policy).not.toContain("unsafe-inline");
});
