import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csv} from "./duckdb.ts";

/** Statements that read the CSVs and count what all queries need, each once. Cents are whole, so sums are exact. */
export function tableStatements(data: string): readonly (readonly [name: string, sql: string])[] {
  return [
    ["products", `create temp table products as ${products(data)}`],
    ["orders", `create temp table orders as ${orders(data)}`],
    ["items, joined", `create temp table lines as ${lines(data)}`],
    ["orders' totals", `create temp table baskets as ${BASKETS}`],
    ["purchases", `create temp table purchases as ${PURCHASES}`],
    ["departments and price ranges", `create temp table mixes as ${MIXES}`],
    ["facts and segments", `create temp table people as ${people(data)}`]
  ];
}

/** Of an id that stands twice the last row counts; prices above 100 are errors. */
function products(data: string): string {
  return `
    select p.product_id, department, aisle, cents,
      case when cents is null then 'No price known' when cents <= 500 then 'Low price'
        when cents <= 1500 then 'Mid price' else 'High price' end as price_range
    from (
      select *, cast(round(case when prices <= 100 then prices * 100 end) as integer) as cents
      from (select *, row_number() over () as row from ${csv(data, "products.csv")})
      qualify row_number() over (partition by product_id order by row desc) = 1
    ) p
    join (values ${departments(data)}) d (department_id, department) using (department_id)
    join ${csv(data, "aisles.csv")} using (aisle_id)`;
}

/** The departments' one wide row, as SQL values. */
function departments(data: string): string {
  const [ids, names] = readFileSync(join(data, "departments.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return ids!
    .slice(1)
    .map((id, at) => `(${Number(id)}, '${names![at + 1]!.replaceAll("'", "''")}')`)
    .join(", ");
}

function orders(data: string): string {
  return `
    select order_id, user_id, order_number, order_dow as day, order_hour_of_day as hour,
      cast(days_since_prior_order as integer) as gap
    from ${csv(data, "orders.csv")} where eval_set = 'prior'`;
}

function lines(data: string): string {
  return `
    select user_id, order_id, product_id, reordered, cents
    from ${csv(data, "order_products__prior.csv")}
    join products using (product_id) join orders using (order_id)`;
}

const BASKETS = `
  select o.*, coalesce(items, 0) as items, coalesce(priced, 0) as priced, coalesce(spend, 0) as spend,
    coalesce(reordered, 0) as reordered
  from orders o left join (
    select order_id, count(*) as items, count(cents) as priced, sum(cents) as spend, sum(reordered) as reordered
    from lines group by order_id
  ) using (order_id)`;

const PURCHASES = `
  select user_id, product_id, count(*) as items, sum(reordered) as reordered from lines group by user_id, product_id`;

const MIXES = `
  select user_id, department, price_range, sum(items) as items, sum(reordered) as reordered,
    sum(case when cents is not null then items else 0 end) as priced, sum(items * coalesce(cents, 0)) as spend
  from purchases join products using (product_id) group by all`;

function people(data: string): string {
  return `
    with placed as (
      select user_id, max(order_number) as orders_placed, median(gap) as typical_gap,
        sum(spend) / nullif(sum(priced), 0) / 100 as mean_price
      from baskets group by user_id
    ), shares as (
      select user_id, sum(items) as items,
        sum(items) filter (department = 'babies') as babies, sum(items) filter (department = 'pets') as pets,
        sum(items) filter (department = 'alcohol') as alcohol,
        sum(items) filter (department in ('meat seafood', 'dairy eggs')) as animal
      from mixes group by user_id
    )
    select user_id,
      case when orders_placed <= 10 then 'New' when orders_placed <= 40 then 'Regular' else 'Loyal' end as loyalty,
      case when orders_placed < 5 then 'Low activity' else 'Active' end as activity,
      case when mean_price is null then 'No price known' when mean_price < 10 then 'Low spender' else 'High spender' end as spender,
      case when typical_gap is null then 'One order only' when typical_gap <= 10 then 'Frequent'
        when typical_gap <= 20 then 'Regular frequency' else 'Non-frequent' end as order_frequency,
      ${region("STATE")} as region,
      case when Age < 35 then '18 to 34' when Age < 50 then '35 to 49' when Age < 65 then '50 to 64' else '65 and over' end as age_group,
      case when income < 60000 then 'low' when income < 120000 then 'middle' else 'high' end as income_group,
      fam_status as household,
      age_group || fam_status as age_by_household,
      case when n_dependants >= 1 and coalesce(babies, 0) / items > 0.02 then 'New-baby household'
        when coalesce(pets, 0) / items > 0.02 then 'Pet owner'
        when coalesce(alcohol, 0) / items > 0.05 then 'Drinks host'
        when coalesce(animal, 0) = 0 then 'Plant-based'
        when n_dependants >= 1 and Age < 50 then 'Busy family'
        when Age >= 65 then 'Mature household' else 'Everyone else' end as profile
    from placed left join shares using (user_id) join ${csv(data, "customers.csv")} using (user_id)`;
}

const REGIONS: Readonly<Record<string, string>> = {
  Northeast:
    "Maine, New Hampshire, Vermont, Massachusetts, Rhode Island, Connecticut, New York, Pennsylvania, New Jersey",
  Midwest:
    "Wisconsin, Michigan, Illinois, Indiana, Ohio, North Dakota, South Dakota, Nebraska, Kansas, Minnesota, Iowa, Missouri",
  West: "Idaho, Montana, Wyoming, Nevada, Utah, Colorado, Arizona, New Mexico, Alaska, Washington, Oregon, California, Hawaii"
};

function region(column: string): string {
  const cases = Object.entries(REGIONS).map(
    ([name, states]) =>
      `when ${column} in (${states
        .split(", ")
        .map((state) => `'${state}'`)
        .join(", ")}) then '${name}'`
  );
  return `case ${cases.join(" ")} else 'South' end`;
}
