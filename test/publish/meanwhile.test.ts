import {setTimeout} from "node:timers/promises";
import {expect, it} from "vitest";
import {meanwhile} from "../../publish/meanwhile.ts";

async function acted(waited: Promise<unknown>): Promise<number> {
  let times = 0;
  await meanwhile(waited, () => times++).catch(() => undefined);
  await setTimeout(20);
  return times;
}

it("acts once while there is something to wait for, and not at all when it is there", async () => {
  expect(await acted(setTimeout(20))).toBe(1);
  expect(await acted(Promise.resolve(1))).toBe(0);
  expect(await acted(Promise.reject(new Error("no")))).toBe(0);
});

it("gives what was waited for, or its error", async () => {
  expect(await meanwhile(setTimeout(5, "there"), () => undefined)).toBe("there");
  const late = setTimeout(5).then(() => {
    throw new Error("not there");
  });
  await expect(meanwhile(late, () => undefined)).rejects.toThrow("not there");
});
