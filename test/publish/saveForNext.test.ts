import {expect, it} from "vitest";
import {openMemo} from "../../data-loaders/baskets/memo.ts";
import {saveForNext} from "../../publish/saveForNext.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";

closePools();

it("keeps what there is, then what was left for later; what fails there is told and stops nothing", async () => {
  const cache = tempFolder();
  const memo = openMemo(cache, "key");
  memo.put({found: 1}, "found", []);
  memo.later(async () => memo.put({later: 1}, "later", []));
  const done: string[] = [];
  const save = async (): Promise<void> => {
    expect(openMemo(cache, "key").has({found: 1})).toBe(true);
    expect(memo.has({later: 1})).toBe(false);
    done.push("saved");
  };
  const told: string[] = [];
  await saveForNext({memo, save}, poolOf(2), (line) => told.push(line));
  expect(done).toEqual(["saved"]);
  expect(openMemo(cache, "key").has({later: 1})).toBe(true);
  expect(told).toEqual([]);
  memo.later(() => Promise.reject(new Error("too large")));
  await saveForNext({memo, save: async () => void done.push("again")}, poolOf(2), (line) => told.push(line));
  expect(done).toEqual(["saved", "again"]);
  expect(told).toEqual([
    "  warning: nothing is missing here, but the next run may take longer, since preparing for it failed: too large"
  ]);
});

it("fails where the store cannot be saved", async () => {
  const memo = openMemo(tempFolder(), "key");
  const save = () => Promise.reject(new Error("disk full"));
  await expect(saveForNext({memo, save}, poolOf(2), () => undefined)).rejects.toThrow("disk full");
});
