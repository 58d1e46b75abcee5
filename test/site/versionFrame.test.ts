import {expect, test} from "vitest";
import {siteModel} from "../../publish/site/siteModel.ts";
import {
  archiveLinks,
  editionNote,
  versionAttributes,
  versionHead,
  versionSwitcher
} from "../../publish/site/versionFrame.ts";
import {fixturePublication} from "./fixturePublication.ts";

const older = ["0.0.9", "0.0.8"];
const published = siteModel(fixturePublication({edition: {isDraft: false, older}}));
const draft = siteModel(fixturePublication({edition: {isDraft: true, older}}));
const preview = siteModel(fixturePublication());

test("a draft says so and is nothing for search engines; it lists no versions", () => {
  expect(editionNote(draft, "when")).toContain("<strong>Draft</strong> of version 0.1.0");
  expect(versionHead(draft, "when")).toBe('<meta name="robots" content="noindex">');
  expect(versionSwitcher(draft, "when") + versionAttributes(draft, "when")).toBe("");
});

test("a version leads to the latest, to those before it and to all, from any depth", () => {
  const targets = (path: string): string[] =>
    [...versionSwitcher(published, path).matchAll(/href="([^"]*)"/g)].map(
      ([, href]) => new URL(href!, `https://host/some/where/0.1.0/${path}.html`).pathname
    );
  const expected = ["latest/index.html", "0.0.9/index.html", "0.0.8/index.html", "index.html"];
  expect(targets("when")).toEqual(expected.map((target) => `/some/where/${target}`));
  expect(targets("profiles/pet-owner")).toEqual(targets("when"));
  expect(versionSwitcher(published, "when").match(/<a /g)).toEqual(
    versionSwitcher(published, "when").match(/<a (?=data-sibling)/g)
  );
});

test("a canonical link is absolute, to the page in the latest version, and stands only where there is an address", () => {
  expect(versionHead(published, "when")).not.toContain("canonical");
  const there = {...published, address: "https://reports.example.org/orders"};
  expect(versionHead(there, "profiles/pet-owner")).toContain(
    '<link rel="canonical" href="https://reports.example.org/orders/latest/profiles/pet-owner.html">'
  );
  expect(versionHead(there, "index")).toContain('href="https://reports.example.org/orders/latest/"');
});

test("a preview says nothing of versions", () => {
  const said =
    editionNote(preview, "when") + versionSwitcher(preview, "when") + archiveLinks(preview, "when");
  expect(said).toBe("");
});
