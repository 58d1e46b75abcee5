import {lockedPackages} from "./lockedPackages.ts";
import type {LockedPackage} from "./lockedPackages.ts";

/** A bill of materials as CycloneDX 1.5 has it (ECMA-424, without time and serial number: the same lock, the same bytes). */
export interface BillOfMaterials {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: "1.5";
  readonly version: 1;
  readonly metadata: {
    readonly component: {readonly type: "application"; readonly name: string; readonly version: string};
  };
  readonly components: readonly Component[];
}

interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  /** Package URL: `pkg:npm/%40observablehq/plot@0.6.17`. */
  readonly purl: string;
  readonly hashes?: readonly {readonly alg: "SHA-512"; readonly content: string}[];
  readonly licenses?: readonly {readonly expression: string}[];
}

/** What a report is built with, from the text of package-lock.json: every package once, without those of tests only. */
export function billOfMaterials(lock: string): BillOfMaterials {
  const {name, version} = JSON.parse(lock) as {name: string; version: string};
  const components = lockedPackages(lock)
    .filter(({isDev}) => !isDev)
    .map(component);
  const byUrl = new Map(components.map((one) => [one.purl, one]));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {component: {type: "application", name, version}},
    components: [...byUrl.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1))
  };
}

function component({name, version, integrity, licence}: LockedPackage): Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const checksum = integrity?.split("sha512-")[1]?.split(" ")[0];
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    ...(checksum && {
      hashes: [{alg: "SHA-512", content: Buffer.from(checksum, "base64").toString("hex")}]
    }),
    ...(licence !== undefined && {licenses: [{expression: licence}]})
  };
}
