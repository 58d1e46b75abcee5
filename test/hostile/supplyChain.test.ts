import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {billOfMaterials} from "../../publish/archive/billOfMaterials.ts";
import {lockedPackages} from "../../publish/archive/lockedPackages.ts";
import {scoreOf} from "./score.ts";

/*
 * What stands in the lockfile, and so on every machine: nothing that npm could not check, nothing that has to run when
 * it is installed, no licence that would bind what a grocer publishes.
 */
const lock = readFileSync("package-lock.json", "utf8");
const packages = lockedPackages(lock);
const score = scoreOf(
  "Supply chain",
  "every locked package: integrity, origin, licence, scripts, bill of materials"
);

/** Counts as one case; a package that fails is seen by its name. */
function expectNone(names: readonly string[]): void {
  score.note(names.length === 0 ? "survived" : "failed");
  expect(names).toEqual([]);
}

const named = (wanted: (one: (typeof packages)[number]) => boolean): string[] =>
  packages.filter(wanted).map(({name, version}) => `${name}@${version}`);

describe("every package of the lockfile", () => {
  it("has a checksum of 512 bits, or comes inside one that has", () =>
    expectNone(named(({integrity, isBundled}) => !isBundled && !/^sha512-/.test(integrity ?? ""))));

  it("comes from the registry, not from a repository or an address of its own", () =>
    expectNone(
      named(
        ({resolved = "https://registry.npmjs.org/"}) => !resolved.startsWith("https://registry.npmjs.org/")
      )
    ));

  it("has a licence that its package.json or the lockfile names", () =>
    expectNone(named(({licence}) => licence === undefined)));

  it("binds nobody who ships it: no GPL, LGPL or AGPL without a choice", () =>
    expectNone(named(({licence = ""}) => /GPL/.test(licence) && !/\bOR\b/.test(licence))));

  it("needs no script when it is installed, but for those that are known to do without", () => {
    const known = ["esbuild", "puppeteer", "fsevents"];
    expectNone(named(({name, hasInstallScript}) => hasInstallScript && !known.includes(name)));
  });
});

describe("package.json", () => {
  it("pins every direct dependency to one version, which is the locked one", () => {
    const {dependencies, devDependencies} = JSON.parse(readFileSync("package.json", "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const direct = Object.entries({...dependencies, ...devDependencies});
    const locked = new Set(packages.map(({name, version}) => `${name}@${version}`));
    expect(direct.length).toBeGreaterThan(20);
    expectNone(direct.map(([name, version]) => `${name}@${version}`).filter((one) => !locked.has(one)));
  });
});

describe("the bill of materials", () => {
  const bill = billOfMaterials(lock);

  it("names what a build is made with, each once, and nothing that only tests need", () => {
    const shipped = packages.filter(({isDev}) => !isDev);
    const purls = bill.components.map(({purl}) => purl);
    expect(bill).toMatchObject({bomFormat: "CycloneDX", specVersion: "1.5", version: 1});
    expect(purls.length).toBeGreaterThan(100);
    expect(new Set(purls).size).toBe(purls.length);
    expect(new Set(purls)).toEqual(
      new Set(shipped.map(({name, version}) => `pkg:npm/${name.replace("@", "%40")}@${version}`))
    );
    expectNone(purls.filter((purl) => purl.startsWith("pkg:npm/vitest@")));
  });

  it("gives each its checksum as npm's lockfile has it, in hexadecimal", () => {
    const plot = packages.find(({name}) => name === "@observablehq/plot")!;
    const component = bill.components.find(({purl}) => purl.startsWith("pkg:npm/%40observablehq/plot@"))!;
    const wanted = Buffer.from(plot.integrity!.slice("sha512-".length), "base64").toString("hex");
    expectNone(component.hashes?.[0]?.content === wanted && wanted.length === 128 ? [] : [component.purl]);
    expect(component.hashes?.[0]?.alg).toBe("SHA-512");
  });

  it("is the same for the same lockfile", () => {
    expect(billOfMaterials(lock)).toEqual(bill);
    expectNone([]);
  });
});

it("packages are installed without their scripts", () => {
  const calls = readFileSync("bin/install.mjs", "utf8").match(/\["ci"[^\]]*\]/g) ?? [];
  expect(calls).toHaveLength(1);
  expectNone(calls.filter((call) => !call.includes('"--ignore-scripts"')));
});
