import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {compiledText, kernelNames} from "../../bin/kernels.mjs";

const FOLDER = "data-loaders/kernels/compiled";

describe("compiled kernels are what the compiler makes of assembly/ (npm run kernels)", () => {
  it.each(kernelNames())("%s", async (name) => {
    expect(await compiledText(name)).toBe(readFileSync(`${FOLDER}/${name}.ts`, "utf8"));
  });

  it("and nothing else", () => {
    expect(kernelNames()).toContain("plainItems");
    expect(readdirSync(FOLDER).sort()).toEqual(
      kernelNames()
        .map((name) => `${name}.ts`)
        .sort()
    );
  });
});
