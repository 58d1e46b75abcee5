/*
 * The rules of config/sources.yaml, read by a person and written again in SQL. Every cell is read as text and cast here,
 * so that no guess of a CSV reader decides about a number. Nothing is imported from the engine.
 */

const csv = (folder: string, file: string, header = true): string =>
  `read_csv('${folder.replaceAll("'", "''")}/${file}', all_varchar = true, auto_detect = false, header = ${header},
    delim = ',', quote = '"', escape = '"', nullstr = '', columns = {columns})`;

const read = (folder: string, file: string, columns: readonly string[], header = true): string =>
  csv(folder, file, header).replace(
    "{columns}",
    `{${columns.map((name) => `'${name}': 'VARCHAR'`).join(", ")}}`
  );

const ORDERS = [
  "order_id",
  "user_id",
  "eval_set",
  "order_number",
  "order_dow",
  "order_hour_of_day",
  "days_since_prior_order"
];
const ITEMS = ["order_id", "product_id", "add_to_cart_order", "reordered"];
const PRODUCTS = ["product_id", "product_name", "aisle_id", "department_id", "prices"];
const CUSTOMERS = [
  "user_id",
  "first_name",
  "surname",
  "gender",
  "state",
  "age",
  "date_joined",
  "n_dependants",
  "fam_status",
  "income"
];
const WIDE = Array.from({length: 22}, (_, at) => `c${String(at).padStart(2, "0")}`);

/** The files as they are: tables of text, in the order of the file (`rowid`). */
export const readingSql = (folder: string): string => `
  CREATE TABLE orders_text AS FROM ${read(folder, "orders.csv", ORDERS)};
  CREATE TABLE items_text AS FROM ${read(folder, "order_products__prior.csv", ITEMS)};
  CREATE TABLE products_text AS FROM ${read(folder, "products.csv", PRODUCTS)};
  CREATE TABLE aisles_text AS FROM ${read(folder, "aisles.csv", ["aisle_id", "aisle"])};
  CREATE TABLE departments_text AS FROM ${read(folder, "departments.csv", WIDE, false)};
  CREATE TABLE customers_text AS FROM ${read(folder, "customers.csv", CUSTOMERS)};`;

/** One wide row of names under one of ids, turned into a row per department. */
const DEPARTMENT = `
  CREATE TABLE department AS
  SELECT CAST(ids.cell AS INTEGER) AS department_id, names.cell AS department
  FROM (UNPIVOT (FROM departments_text LIMIT 1) ON ${WIDE.slice(1).join(", ")} INTO NAME place VALUE cell) ids
  JOIN (UNPIVOT (FROM departments_text OFFSET 1) ON ${WIDE.slice(1).join(", ")} INTO NAME place VALUE cell) names
    USING (place);`;

/**
 * A row that stands twice, word for word, is one product; of several different rows with one id the last counts. A price
 * above 100 is no price, an empty name and #NAME? are no name. Places count the products from 0 by rising id.
 */
const PRODUCT = `
  CREATE TABLE product AS
  WITH told AS (
    SELECT CAST(product_id AS INTEGER) AS product_id, nullif(product_name, '#NAME?') AS name,
      CAST(department_id AS INTEGER) AS department_id, CAST(aisle_id AS INTEGER) AS aisle_id,
      CAST(prices AS DECIMAL(12, 2)) AS price
    FROM products_text
    QUALIFY row_number() OVER (PARTITION BY CAST(product_id AS INTEGER) ORDER BY rowid DESC) = 1
  )
  SELECT product_id, CAST(row_number() OVER (ORDER BY product_id) - 1 AS INTEGER) AS place,
    coalesce(name, 'Unnamed product ' || count(*) FILTER (name IS NULL) OVER (ORDER BY product_id)) AS name,
    department, aisle, CASE WHEN price <= 100 THEN CAST(price * 100 AS INTEGER) END AS cents
  FROM told
  JOIN department USING (department_id)
  JOIN (SELECT CAST(aisle_id AS INTEGER) AS aisle_id, aisle FROM aisles_text) USING (aisle_id);`;

/** Prior orders of known customers; of an id that stands twice the first. Day 0 is taken as Saturday. */
const VISIT = `
  CREATE TABLE visit AS
  SELECT CAST(order_id AS INTEGER) AS order_id, CAST(user_id AS INTEGER) AS customer_id,
    CAST(order_number AS INTEGER) AS order_number,
    CAST(order_dow AS TINYINT) AS dow, CAST(order_hour_of_day AS TINYINT) AS clock,
    CAST(CAST(days_since_prior_order AS DECIMAL(9, 3)) AS INTEGER) AS gap
  FROM (FROM orders_text SELECT *, rowid AS line
    QUALIFY row_number() OVER (PARTITION BY CAST(order_id AS INTEGER) ORDER BY rowid) = 1)
  WHERE eval_set = 'prior'
    AND CAST(user_id AS INTEGER) IN (SELECT CAST(user_id AS INTEGER) FROM customers_text);`;

/** Item lines of these orders that name a product; a product that stands twice in an order counts once, as it was first. */
const LINE = `
  CREATE TABLE line AS
  WITH known AS (
    SELECT i.rowid AS line, v.order_id, v.customer_id, v.dow, v.clock, p.product_id,
      CAST(i.reordered AS TINYINT) AS reordered
    FROM items_text i
    JOIN visit v ON v.order_id = CAST(i.order_id AS INTEGER)
    JOIN product p ON p.product_id = CAST(i.product_id AS INTEGER)
  ), first AS (
    SELECT order_id, product_id, min(line) AS line FROM known GROUP BY ALL
  )
  SELECT known.* EXCLUDE (line) FROM known SEMI JOIN first USING (order_id, product_id, line);`;

/** Customers with at least one order in use. */
const CUSTOMER = `
  CREATE TABLE customer AS
  SELECT CAST(user_id AS INTEGER) AS customer_id, state, CAST(age AS INTEGER) AS age,
    CAST(n_dependants AS INTEGER) AS dependants, fam_status, CAST(income AS INTEGER) AS income
  FROM customers_text
  WHERE CAST(user_id AS INTEGER) IN (SELECT customer_id FROM visit);`;

export const cleaningSql = DEPARTMENT + PRODUCT + VISIT + LINE + CUSTOMER;
