import {expect, test} from "vitest";
import {startProgress} from "../../publish/progress.ts";

function written(
  isTTY: boolean,
  use: (progress: ReturnType<typeof startProgress>, tick: (ms: number) => void) => void
): string {
  let time = 0;
  let text = "";
  const stream = {isTTY, columns: 80, write: (more: string) => (text += more)};
  use(
    startProgress(stream, () => time),
    (ms) => {
      time += ms;
    }
  );
  return text;
}

test("elsewhere than on a terminal a step is one plain line with what came of it and its own time", () => {
  const text = written(false, (progress, tick) => {
    tick(100);
    progress.at("reading", 1, 2);
    progress.done("reading", "2 rows");
    tick(2500);
    progress.done("counting");
  });
  expect(text.split("\n").map((line) => line.replace(/ +/g, " ").trim())).toEqual([
    "reading 2 rows 0.10 s",
    "counting 2.50 s",
    ""
  ]);
  expect(text).not.toContain("\u001b");
});

test("on a terminal a bar is redrawn in place, never wider than the terminal", () => {
  const text = written(true, (progress, tick) => {
    progress.at("reading a file with a rather long name that goes on", 1, 2);
    tick(10);
    progress.at("reading", 1, 2);
    tick(100);
    progress.at("reading", 2, 2);
    progress.done("reading");
  });
  const drawings = text.split("\r\u001b[K").slice(1);
  expect(drawings).toHaveLength(3);
  expect(drawings[0]!.length).toBeLessThan(80);
  expect(drawings[1]).toContain("100 %");
});
