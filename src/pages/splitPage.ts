/** A run of lines of a page: a paragraph, a heading, a list item, a table row, or a fenced block. */
export interface PageRun {
  /** The word after a fence; absent for prose. */
  readonly fence?: string;
  /** 1-based line of the run's first line; of a fence, of the line after it. */
  readonly line: number;
  /** Without the fences. */
  readonly text: string;
  /** False at the end of a page that forgot to close its fence. */
  readonly isClosed: boolean;
}

export interface SplitPage {
  /** YAML between two lines of three hyphens at the top. */
  readonly front?: {readonly line: number; readonly text: string};
  readonly runs: readonly PageRun[];
}

const fenceStart = /^(`{3,}|~{3,})\s*([^\s`]*)/;
const ownRun = /^\s*([-*+] |\d+[.)] |#{1,6} |\||>)/;

/** Splits a page where a number's absence may take something out: by paragraph, heading, list item and table row. */
export function splitPage(content: string): SplitPage {
  const lines = content.replaceAll("\r\n", "\n").split("\n");
  const frontEnd = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const runs: PageRun[] = [];
  let prose: string[] = [];
  let proseLine = 0;
  const endProse = () => {
    if (prose.length > 0) runs.push({line: proseLine, text: prose.join("\n"), isClosed: true});
    prose = [];
  };
  for (let at = frontEnd + 1; at < lines.length; at++) {
    const text = lines[at]!;
    const fence = fenceStart.exec(text);
    if (fence) {
      endProse();
      const end = closingFence(lines, at, fence[1]!);
      runs.push({
        fence: fence[2] ?? "",
        line: at + 2,
        text: lines.slice(at + 1, end).join("\n"),
        isClosed: end < lines.length
      });
      at = end;
      continue;
    }
    if (text.trim() === "" || ownRun.test(text)) endProse();
    if (text.trim() === "") continue;
    if (prose.length === 0) proseLine = at + 1;
    prose.push(text);
  }
  endProse();
  return {...(frontEnd > 0 && {front: {line: 2, text: lines.slice(1, frontEnd).join("\n")}}), runs};
}

function closingFence(lines: readonly string[], from: number, mark: string): number {
  const end = lines.findIndex(
    (line, at) => at > from && line.trimEnd().startsWith(mark) && /^[`~]+$/.test(line.trimEnd())
  );
  return end < 0 ? lines.length : end;
}
