/** Blocks of lines in two columns of about the same height, read down the first and then the second. */
export function inColumns(blocks: readonly (readonly string[])[], width: number, gap: number): string[] {
  const spaced = blocks.map((block) => [...block, ""]);
  const [left, right] = halves(spaced);
  const height = Math.max(left.length, right.length);
  const lines = Array.from({length: height}, (_, at) =>
    `${(left[at] ?? "").padEnd(width + gap)}${right[at] ?? ""}`.trimEnd()
  );
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function halves(blocks: readonly (readonly string[])[]): [string[], string[]] {
  const all = blocks.flat().length;
  const left: string[] = [];
  let at = 0;
  while (at < blocks.length && left.length + blocks[at]!.length / 2 <= all / 2) left.push(...blocks[at++]!);
  return [left, blocks.slice(at).flat()];
}
