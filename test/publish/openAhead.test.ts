import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {openBaskets} from "../../data-loaders/baskets/openBaskets.ts";
import {openAhead} from "../../publish/openAhead.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {randomShop, writeShop} from "../baskets/shop.ts";
import {tempFolder} from "../tempFolder.ts";

closePools();

const ignore = (): void => undefined;

function folders(data: string) {
  const [config, cache] = [tempFolder(), tempFolder()];
  cpSync("config", config, {recursive: true});
  const path = join(config, "sources.yaml"); // of so few rows one bad one is a large share
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/stop_above: [^, }]*/g, "stop_above: 100%"));
  return {root: "", config, pages: "", data, cache, dist: ""};
}

it("opens the same baskets as the whole configuration says", async () => {
  const data = tempFolder();
  writeShop(data, randomShop(1, {customers: 20}));
  const place = folders(data);
  const ahead = await openAhead(place, poolOf(2), ignore);
  const {sources} = readConfig(place.config);
  const plain = await openBaskets(sources, data, tempFolder(), poolOf(2), ignore);
  const {baskets, key, read} = await ahead!.opening;
  expect({baskets, key, read}).toEqual({baskets: plain.baskets, key: plain.key, read: true});
});

it("begins nothing where sources.yaml has problems, which are told with all others", async () => {
  const place = folders("nowhere");
  const path = join(place.config, "sources.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("tables:", "tabels:"));
  expect(await openAhead(place, poolOf(2), ignore)).toBeUndefined();
});

it("tells what is wrong with the data to whoever waits, and to nobody else", async () => {
  const ahead = await openAhead(folders("nowhere"), poolOf(2), ignore);
  await new Promise((turn) => setTimeout(turn, 20)); // what nobody heard of would end the process
  await expect(ahead!.opening).rejects.toThrow("nowhere: is not there");
});
