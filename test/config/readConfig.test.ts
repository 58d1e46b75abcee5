import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {formatPath} from "../../data-loaders/config/path.ts";
import {problemLine} from "../../data-loaders/config/problem.ts";
import {
  BRAND_FILE,
  CONFIG_FILES,
  GLOSSARY_FILE,
  RECOMMENDATIONS_FILE,
  readConfig
} from "../../data-loaders/config/readConfig.ts";
import {readMeasures} from "../../data-loaders/config/readMeasures.ts";
import {readReport} from "../../data-loaders/config/readReport.ts";
import {readSegments} from "../../data-loaders/config/readSegments.ts";
import {readSources} from "../../data-loaders/config/readSources.ts";
import {FIXTURE, fixtureText, readEdited} from "./editedConfig.ts";

const {sources, segments, measures, report, files, where} = readConfig("config");

describe("readConfig", () => {
  it("returns the files as they were read, for hashes", () => {
    expect(files).toEqual(
      [...CONFIG_FILES, RECOMMENDATIONS_FILE, GLOSSARY_FILE, BRAND_FILE].map((file) => ({
        path: `config/${file}`,
        content: readFileSync(`config/${file}`, "utf8")
      }))
    );
  });

  it("says where an entry stands, for problems that only the data shows", () => {
    const {config} = readEdited({});
    const path = ["segmentations", "region", "map", "West", 1];
    const {file, ...position} = config!.where("segments.yaml", path);
    const problem = {
      file: file.replace(/.*\//, "config/"),
      ...position,
      path: formatPath(path),
      message: "no customer lives there"
    };
    expect(problemLine(problem)).toBe(
      "config/segments.yaml:32:21 segmentations.region.map.West[1]: no customer lives there"
    );
    expect(where("segments.yaml", ["facts", "baby_share", "where"], "key")).toMatchObject({
      file: "config/segments.yaml",
      width: 5
    });
  });

  it("puts what is used before its user and keeps the order of the file otherwise", () => {
    const [facts = "", rest = ""] = fixtureText("segments.yaml").split("segmentations:\n");
    const first = "  early: { cross: [profile, age_by_household] }\n";
    const {config} = readEdited({"segments.yaml": `${facts}segmentations:\n${first}${rest}`});
    expect(config?.segments.segmentations.map(({name}) => name)).toEqual([
      "profile",
      "age_group",
      "household",
      "age_by_household",
      "early",
      "loyalty",
      "spender",
      "price_range",
      "region",
      "age_third",
      "part_of_week",
      "interests"
    ]);
  });

  it("gives a segmentation without title its name in words, and a fact the unit that follows", () => {
    const {config} = readEdited({});
    expect(config?.segments.segmentations.find(({name}) => name === "age_by_household")?.title).toBe(
      "Age by household"
    );
    expect(config?.segments.facts.find(({name}) => name === "mean_item_price")?.unit).toBe("money");
  });

  it("keeps number-like labels of a map in the order of the file", () => {
    const content = fixtureText("segments.yaml").replace("East: [", '"20": [').replace("West: [", '"10": [');
    const {config} = readEdited({"segments.yaml": content});
    const region = config?.segments.segmentations.find(({name}) => name === "region");
    expect(region?.segments).toEqual([{label: "20"}, {label: "10"}]);
    expect(region?.kind === "map" && region.map[0]).toEqual({label: "20", values: ["Maine", "New York"]});
  });
});

describe("the readers of single files", () => {
  it("say the same as readConfig", () => {
    expect(readSources("config/sources.yaml")).toEqual(sources);
    expect(readSegments("config/segments.yaml", "config/sources.yaml")).toEqual(segments);
    expect(readMeasures("config/measures.yaml")).toEqual(measures);
    const {brand: _, ...settings} = report;
    expect(readReport("config/report.yaml")).toEqual(settings);
  });

  it("throw all problems of their file", () => {
    expect(() => readReport(`${FIXTURE}/sources.yaml`)).toThrow(
      /"title" is missing[\s\S]*citation: unknown key/
    );
  });
});
