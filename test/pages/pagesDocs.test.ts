import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {figureKeys} from "../../src/figures/figureFields.ts";
import {chartForms} from "../../src/figures/figureSpec.ts";
import {generatedBlocks} from "../../src/pages/pageSource.ts";

const docs = readFileSync(new URL("../../docs/pages.md", import.meta.url), "utf8");

describe("docs/pages.md", () => {
  it.each([...figureKeys, ...chartForms])("has a line for %s", (word) =>
    expect(docs).toContain(`\n| \`${word}\` |`)
  );
  it.each(generatedBlocks)("has a line for the block %s", (word) =>
    expect(docs).toContain(`\n| \` \`\`\`${word} \` |`)
  );
});
