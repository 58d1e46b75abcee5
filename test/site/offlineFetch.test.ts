import {expect, test} from "vitest";
import {offlineFetch} from "../../publish/site/offlineFetch.ts";
import {projectRoot} from "../../publish/site/projectRoot.ts";

const ask = offlineFetch(projectRoot());

test("the registry's newest version is the installed one", async () => {
  expect(await (await ask("https://registry.npmjs.org/d3/latest")).json()).toEqual({version: "7.9.0"});
  expect(await (await ask("https://registry.npmjs.org/@observablehq/plot")).json()).toEqual({
    versions: {"0.6.17": {}}
  });
});

test("a library that is not installed has a version and can't be had", async () => {
  expect(await (await ask("https://registry.npmjs.org/leaflet/latest")).json()).toEqual({version: "0.0.0"});
  await expect(ask("https://cdn.jsdelivr.net/npm/leaflet@0.0.0/+esm")).rejects.toThrow(
    '"leaflet", which is not installed'
  );
});

test("an installed library comes as one module", async () => {
  const answer = await ask("https://cdn.jsdelivr.net/npm/htl@0.3.1/+esm");
  expect(answer.headers.get("content-type")).toBe("application/javascript");
  expect(await answer.text()).toMatch(/export\s*\{/);
});

test.each(["https://example.com/", "http://127.0.0.1/", "https://api.observablehq.com/"])(
  "refuses %s",
  async (url) => {
    await expect(ask(url)).rejects.toThrow("the build is offline");
  }
);

test("a path does not climb out of the packages", async () => {
  await expect(ask("https://cdn.jsdelivr.net/npm/..%2F..%2Fetc@1.0.0/passwd")).rejects.toThrow();
});
