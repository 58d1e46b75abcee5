import {isItemDimension} from "../oracle/counts.ts";

/*
 * What the analyses count, written again in SQL over the oracle's tables; nothing is imported from the engine.
 */

/** `did`: one row per customer with the totals of what they did. */
export const valuesSql = `
  CREATE TABLE did AS
  SELECT *, 1.0 AS customers FROM
    (SELECT customer_id, CAST(count(*) AS DOUBLE) AS orders, CAST(count(gap) AS DOUBLE) AS gaps,
      CAST(coalesce(sum(gap), 0) AS DOUBLE) AS gap_days FROM visit GROUP BY customer_id)
  JOIN segment USING (customer_id)
  LEFT JOIN (SELECT customer_id, CAST(count(*) AS DOUBLE) AS items_, CAST(count(cents) AS DOUBLE) AS priced_,
      CAST(sum(cents) AS DOUBLE) AS spend_, CAST(sum(reordered) AS DOUBLE) AS reordered_ FROM lines GROUP BY customer_id)
    USING (customer_id);
  CREATE VIEW done AS SELECT *, coalesce(items_, 0) AS items, coalesce(priced_, 0) AS priced_items,
    coalesce(spend_, 0) AS spend, coalesce(reordered_, 0) AS reordered_items FROM did;`;

export const pairSql = (a: string, b: string): string =>
  `SELECT ${a} AS a, ${b} AS b, CAST(count(*) AS DOUBLE) AS customers FROM segment GROUP BY ALL`;

/** χ² from observed and expected counts, also of cells with nobody. */
export const phiSql = (a: string, b: string): string => `
  WITH n AS (SELECT CAST(count(*) AS DOUBLE) AS n FROM segment),
    rows_ AS (SELECT ${a} AS a, CAST(count(*) AS DOUBLE) AS of_a FROM segment GROUP BY ALL),
    columns_ AS (SELECT ${b} AS b, CAST(count(*) AS DOUBLE) AS of_b FROM segment GROUP BY ALL),
    cells AS (SELECT ${a} AS a, ${b} AS b, CAST(count(*) AS DOUBLE) AS observed FROM segment GROUP BY ALL)
  SELECT sqrt(sum((coalesce(observed, 0) - of_a * of_b / n) ** 2 / (of_a * of_b / n)) / any_value(n)) AS phi,
    any_value(n) AS customers, CAST(count(DISTINCT a) AS DOUBLE) AS used_a, CAST(count(DISTINCT b) AS DOUBLE) AS used_b
  FROM (FROM rows_, columns_, n) LEFT JOIN cells USING (a, b)`;

/** Goodman and Kruskal's lambda, and how many customers are guessed right. */
export const followsSql = (from: string, to: string): string => `
  WITH cells AS (SELECT ${from} AS a, ${to} AS b, count(*) AS k FROM segment GROUP BY ALL),
    best AS (SELECT sum(most) AS guessed FROM (SELECT a, max(k) AS most FROM cells GROUP BY a)),
    whole AS (SELECT sum(k) AS n, (SELECT max(s) FROM (SELECT sum(k) AS s FROM cells GROUP BY b)) AS commonest FROM cells)
  SELECT CASE WHEN commonest = n THEN '' WHEN guessed = n THEN 'exactly'
    WHEN guessed >= 0.99 * n AND (guessed - commonest) / (n - commonest) >= 0.9 THEN 'nearly' ELSE '' END AS way
  FROM best, whole`;

const valued = ([above, below]: readonly [string, string], more = ""): string =>
  `SELECT ${above} / ${below} AS v${more} FROM done WHERE ${below} > 0`;

export const everyValueSql = (segmentation: string, over: readonly [string, string]): string => `
  SELECT segment, CAST(count(*) AS DOUBLE) AS customers, avg(v) AS mean, var_pop(v) * count(*) AS squares,
    sum(place) AS ranks
  FROM (SELECT v, segment, CAST(rank() OVER (ORDER BY v) AS DOUBLE) + (count(*) OVER (PARTITION BY v) - 1) / 2 AS place
    FROM (${valued(over, `, ${segmentation} AS segment`)}))
  GROUP BY segment`;

export const tiesSql = (over: readonly [string, string]): string =>
  `SELECT CAST(sum(t ** 3 - t) AS DOUBLE) AS ties FROM (SELECT CAST(count(*) AS DOUBLE) AS t FROM (${valued(over)}) GROUP BY v)`;

/** Customers from those with least; a step ends after the whole number of customers below its percent. */
export const curveSql = (of: string): string => `
  WITH sorted AS (SELECT ${of} AS x, row_number() OVER (ORDER BY ${of}) AS place, count(*) OVER () AS n FROM done),
    steps AS (SELECT unnest(range(101)) AS step)
  SELECT CAST(step AS DOUBLE) AS step,
    CAST(coalesce(max(place) FILTER (place <= floor(n * step / 100)), 0) AS DOUBLE) / any_value(n) AS customer_share,
    CAST(coalesce(sum(x) FILTER (place <= floor(n * step / 100)), 0) / sum(x) AS DOUBLE) AS part_share
  FROM sorted, steps GROUP BY step ORDER BY step`;

/** By its definition: half the mean difference between any two customers, relative to the mean. */
export const giniSql = (of: string): string => `
  SELECT sum(abs(a.x - b.x)) / (2 * any_value(n) * any_value(total)) AS gini, any_value(total) AS total,
    any_value(n) AS customers
  FROM (SELECT ${of} AS x FROM done) a, (SELECT ${of} AS x FROM done) b,
    (SELECT CAST(count(*) AS DOUBLE) AS n, CAST(sum(${of}) AS DOUBLE) AS total FROM done)`;

const codeOf = (of: string): string => {
  if (!isItemDimension(of)) throw new Error(of);
  return of === "product" ? "CAST(place AS VARCHAR)" : of;
};

export const singleSql = (of: string, where: string): string => `
  SELECT ${codeOf(of)} AS code, CAST(count(DISTINCT order_id) AS DOUBLE) AS orders,
    CAST(count(DISTINCT customer_id) AS DOUBLE) AS customers FROM lines WHERE ${where} GROUP BY ALL
  UNION ALL
  SELECT 'all', CAST(count(*) AS DOUBLE), CAST(count(DISTINCT customer_id) AS DOUBLE) FROM orders WHERE ${where}`;

export const topProductsSql = (most: number): string =>
  `SELECT CAST(place AS DOUBLE) AS place FROM lines GROUP BY place ORDER BY count(*) DESC, place LIMIT ${most}`;

export const togetherSql = (of: string, where: string, floor: number): string => `
  WITH paired AS (SELECT place FROM lines GROUP BY place ORDER BY count(*) DESC, place LIMIT ${of === "product" ? 60 : 1e9}),
    held AS (SELECT DISTINCT order_id, customer_id, ${codeOf(of)} AS code FROM lines SEMI JOIN paired USING (place) WHERE ${where}),
    single AS (SELECT code, CAST(count(*) AS DOUBLE) AS k FROM held GROUP BY code),
    base AS (SELECT CAST(count(*) AS DOUBLE) AS n FROM orders WHERE ${where}),
    twice AS (SELECT one.code AS a, two.code AS b, CAST(count(*) AS DOUBLE) AS orders,
        CAST(count(DISTINCT one.customer_id) AS DOUBLE) AS customers
      FROM held one JOIN held two ON one.order_id = two.order_id AND one.code < two.code GROUP BY ALL)
  SELECT a, b, orders, customers, orders / n AS support, orders / one.k AS a_to_b, orders / two.k AS b_to_a,
    (orders / n) / ((one.k / n) * (two.k / n)) AS lift
  FROM twice JOIN single one ON one.code = a JOIN single two ON two.code = b, base WHERE orders / n >= ${floor}`;

export const ladderSql = (where: string, step: number, cap: number): string => `
  SELECT CAST(least(greatest(ceil(cents / ${step}), 1) - 1, ${cap / step}) AS DOUBLE) AS step,
    CAST(count(*) AS DOUBLE) AS items, CAST(sum(cents) AS DOUBLE) AS spend,
    CAST(count(DISTINCT customer_id) AS DOUBLE) AS customers
  FROM lines WHERE cents IS NOT NULL AND ${where} GROUP BY ALL`;
