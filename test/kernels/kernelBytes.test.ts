import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {kernelBytesText} from "../../bin/kernels.mjs";

it("kernelBytes.ts is what the compiler makes of assembly/ (npm run kernels)", async () => {
  const text = readFileSync("data-loaders/kernels/kernelBytes.ts", "utf8");
  expect(await kernelBytesText()).toBe(text);
});
