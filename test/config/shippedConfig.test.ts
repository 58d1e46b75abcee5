import {describe, expect, it} from "vitest";
import {readConfig} from "../../data-loaders/config/readConfig.ts";

const {sources, segments, measures, report} = readConfig("config");
const fact = (name: string) => segments.facts.find((one) => one.name === name);
const segmentation = (name: string) => segments.segmentations.find((one) => one.name === name);
const measure = (name: string) => measures.measures.find((one) => one.name === name);
const labels = (name: string) => segmentation(name)?.segments.map(({label}) => label);

describe("the shipped sources.yaml", () => {
  it("gives each table its contract", () => {
    expect(Object.keys(sources.tables)).toEqual([
      "orders",
      "items",
      "products",
      "departments",
      "aisles",
      "customers"
    ]);
    expect(sources.day_zero).toBe("Saturday");
    expect(sources.citation).toBe('"The Instacart Online Grocery Shopping Dataset 2017"');
    const {columns, ...orders} = sources.tables.orders;
    expect(orders).toEqual({
      name: "orders",
      file: "orders.csv",
      optional: false,
      layout: "long",
      key: ["order_id"],
      ignore: [],
      keep: {column: "order_set", value: "prior", because: "only prior orders have item lines in this data"},
      stop_above: 0.01
    });
    expect(columns.map(({name}) => name)).toEqual([
      "order_id",
      "customer_id",
      "order_set",
      "order_number",
      "day",
      "hour",
      "days_since_prior_order"
    ]);
  });

  it("says how each column is read", () => {
    const column = (table: keyof typeof sources.tables, name: string) =>
      sources.tables[table].columns.find((one) => one.name === name);
    expect(column("orders", "days_since_prior_order")).toEqual({
      name: "days_since_prior_order",
      column: "days_since_prior_order",
      type: "whole",
      from: 0,
      up_to: 30,
      missing: true,
      none: [],
      zero_padded: false,
      decimal_zero: true,
      optional: false
    });
    expect(column("orders", "hour")).toMatchObject({
      column: "order_hour_of_day",
      zero_padded: true,
      from: 0,
      up_to: 23
    });
    expect(column("items", "order_id")).toMatchObject({type: "id", references: "orders", missing: false});
    expect(column("products", "product_name")).toMatchObject({none: ["#NAME?"], missing: true});
    expect(column("products", "price")).toMatchObject({
      type: "money",
      optional: true,
      missing_above: {bound: 100, because: "prices above 100 are typing errors (14,900 for cottage cheese)"}
    });
  });

  it("says what is done with rows that do not fit", () => {
    expect(sources.tables.items.key).toEqual(["order_id", "product_id"]);
    expect(sources.tables.products.repeats).toEqual({
      same: {because: "a row that stands twice, word for word, is one product"},
      different: {
        keep: "last",
        because:
          "ids rise through the file and the id before is missing, so the last of the two is the right one"
      }
    });
    expect(sources.tables.departments).toMatchObject({layout: "wide_or_long", stop_above: 0});
    expect(sources.tables.customers).toMatchObject({optional: true, stop_above: 0.01});
    expect(sources.tables.customers.ignore.map(({column}) => column)).toEqual([
      "First Name",
      "Surnam",
      "Gender",
      "date_joined"
    ]);
  });
});

describe("the shipped segments.yaml", () => {
  it("describes facts", () => {
    expect(fact("orders_placed")).toEqual({
      name: "orders_placed",
      per: "customer",
      of: "order",
      column: "order_number",
      take: "max",
      where: {all: []},
      unit: "orders",
      missing: "never",
      says: "highest prior order number"
    });
    expect(fact("typical_gap")).toMatchObject({
      of: "order",
      column: "days_since_prior_order",
      take: "median",
      missing: "allowed"
    });
    expect(fact("baby_share")).toEqual({
      name: "baby_share",
      per: "customer",
      of: "item",
      take: "share",
      where: {subject: "item.department", test: {in: ["babies"]}},
      unit: "share",
      missing: "allowed",
      says: "share of the customer's items from babies"
    });
    expect(fact("animal_share")?.where).toEqual({
      subject: "item.department",
      test: {in: ["meat seafood", "dairy eggs"]}
    });
  });

  it("describes bins", () => {
    expect(segmentation("order_frequency")).toEqual({
      kind: "bins",
      name: "order_frequency",
      title: "Order frequency",
      grain: "customer",
      segments: [
        {label: "Frequent"},
        {label: "Regular frequency"},
        {label: "Non-frequent"},
        {label: "One order only"}
      ],
      by: "typical_gap",
      bins: [
        {label: "Frequent", up_to: 10},
        {label: "Regular frequency", up_to: 20},
        {label: "Non-frequent"}
      ],
      missing: "One order only"
    });
    expect(segmentation("price_range")).toMatchObject({grain: "item", by: "item.price"});
  });

  it("describes the map of the 51 states", () => {
    const region = segmentation("region");
    expect(region).toMatchObject({kind: "map", grain: "customer", by: "customer.state"});
    expect(labels("region")).toEqual(["Northeast", "Midwest", "South", "West"]);
    const states = region?.kind === "map" ? region.map.flatMap(({values}) => values) : [];
    expect(new Set(states).size).toBe(51);
    expect(states).toContain("District of Columbia");
  });

  it("describes rules", () => {
    const profile = segmentation("profile");
    expect(profile).toMatchObject({kind: "rules", else: "Everyone else"});
    expect(profile?.kind === "rules" && profile.rules[0]).toEqual({
      label: "New-baby household",
      when: {
        all: [
          {subject: "customer.dependants", test: {from: 1}},
          {subject: "baby_share", test: {above: 0.02}}
        ]
      }
    });
    expect(profile?.segments[0]).toEqual({label: "New-baby household", say: "Parents who buy for a baby"});
    expect(profile?.segments.at(-1)).toEqual({label: "Everyone else"});
    expect(segmentation("household")).not.toHaveProperty("else");
  });

  it("describes a cross, its pairs in row-major order", () => {
    expect(segmentation("age_by_household")).toMatchObject({
      kind: "cross",
      of: ["age_group", "household"],
      title: "Age by household"
    });
    const pairs = labels("age_group")!.flatMap((age) =>
      labels("household")!.map((household) => `${age} · ${household}`)
    );
    expect(labels("age_by_household")).toEqual(pairs);
  });
});

describe("the shipped measures.yaml", () => {
  it("describes each kind of measure", () => {
    expect(measures.currency).toBe("$");
    expect(measure("customers")).toEqual({
      name: "customers",
      kind: "total",
      part: "customers",
      unit: "customers",
      base: "all customers",
      says: "customers with at least one prior order"
    });
    expect(measure("spend")).toMatchObject({kind: "total", part: "spend", unit: "money"});
    expect(measure("price_per_item")).toMatchObject({kind: "ratio", over: ["spend", "priced_items"]});
    expect(measure("median_days_between_orders")).toMatchObject({kind: "median", of: "gaps"});
    expect(measure("order_share")).toMatchObject({kind: "share", part: "orders"});
    expect(measure("penetration")).toMatchObject({kind: "penetration", unit: "share"});
    expect(measure("index")).toMatchObject({kind: "index", part: "items"});
  });

  it("says from where on a difference matters, of all but totals", () => {
    const told = measures.measures.filter(({matters}) => matters).map(({name}) => name);
    expect(told).toEqual(measures.measures.filter(({kind}) => kind !== "total").map(({name}) => name));
    expect(measure("items_per_order")?.matters).toEqual({kind: "relative", share: 0.05});
    expect(measure("penetration")?.matters).toEqual({kind: "points", points: 5});
  });
});

describe("the shipped report.yaml", () => {
  it("gives the settings", () => {
    expect(report).toMatchObject({
      paper: "A4",
      language: "en",
      customersAtLeast: 10,
      segmentPages: ["profile"]
    });
  });
});
