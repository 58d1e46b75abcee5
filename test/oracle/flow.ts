const count = (table: string, reason: string, rows: string): string =>
  `SELECT '${table}' AS told_of, '${reason}' AS reason, CAST((${rows}) AS DOUBLE) AS row_count`;

const inAndUsed = (table: string, text: string, used: string): string[] => [
  count(table, "in", `SELECT count(*) FROM ${text}`),
  count(table, "used", `SELECT count(*) FROM ${used}`)
];

const FIRST_ORDERS = `(FROM orders_text SELECT *
  QUALIFY row_number() OVER (PARTITION BY CAST(order_id AS INTEGER) ORDER BY rowid) = 1)`;
const LAST_PRODUCTS = `(SELECT CAST(product_id AS INTEGER) AS product_id, last(prices ORDER BY rowid) AS prices
  FROM products_text GROUP BY ALL)`;
const PRODUCT_ROWS = "SELECT product_id, product_name, aisle_id, department_id, prices FROM products_text";
const KNOWN_CUSTOMER = "user_id IN (SELECT user_id FROM customers_text)";
const KNOWN_PRODUCT = "CAST(product_id AS INTEGER) IN (SELECT product_id FROM product)";
const KNOWN_ORDER = "order_id IN (SELECT order_id FROM orders_text)";
const USED_ORDER = "CAST(order_id AS INTEGER) IN (SELECT order_id FROM visit)";

/** Rows of every file, rows in use, and rows set aside by reason, each counted on its own and none by subtraction. */
export const flowSql = [
  ...inAndUsed("orders", "orders_text", "visit"),
  count(
    "orders",
    "repeats an earlier order_id",
    "SELECT count(*) - count(DISTINCT order_id) FROM orders_text"
  ),
  count("orders", "names no customer", `SELECT count(*) FROM ${FIRST_ORDERS} WHERE NOT ${KNOWN_CUSTOMER}`),
  count(
    "orders",
    "not in use by rule",
    `SELECT count(*) FROM ${FIRST_ORDERS} WHERE ${KNOWN_CUSTOMER} AND eval_set <> 'prior'`
  ),
  ...inAndUsed("items", "items_text", "line"),
  count("items", "names no product", `SELECT count(*) FROM items_text WHERE NOT ${KNOWN_PRODUCT}`),
  count(
    "items",
    "names no order",
    `SELECT count(*) FROM items_text WHERE ${KNOWN_PRODUCT} AND NOT ${KNOWN_ORDER}`
  ),
  count(
    "items",
    "its order was set aside",
    `SELECT count(*) FROM items_text WHERE ${KNOWN_PRODUCT} AND ${KNOWN_ORDER} AND NOT ${USED_ORDER}`
  ),
  count(
    "items",
    "repeats an earlier product of its order",
    `SELECT coalesce(sum(times - 1), 0) FROM (SELECT count(*) AS times FROM items_text
      WHERE ${KNOWN_PRODUCT} AND ${USED_ORDER} GROUP BY order_id, product_id)`
  ),
  ...inAndUsed("products", "products_text", "product"),
  count(
    "products",
    "repeats an earlier row word for word",
    `SELECT (SELECT count(*) FROM products_text) - (SELECT count(*) FROM (SELECT DISTINCT * FROM (${PRODUCT_ROWS})))`
  ),
  count(
    "products",
    "shares its product_id with a different row",
    `SELECT count(*) - count(DISTINCT product_id) FROM (SELECT DISTINCT * FROM (${PRODUCT_ROWS}))`
  ),
  ...inAndUsed("departments", "department", "department"),
  ...inAndUsed("aisles", "aisles_text", "aisles_text"),
  ...inAndUsed("customers", "customers_text", "customer"),
  count(
    "customers",
    "has no order in use",
    "SELECT count(*) FROM customers_text WHERE CAST(user_id AS INTEGER) NOT IN (SELECT customer_id FROM visit)"
  ),
  count(
    "products",
    "product_name missing",
    "SELECT count(*) FROM product WHERE starts_with(name, 'Unnamed product ')"
  ),
  count(
    "products",
    "price missing",
    `SELECT count(*) FROM product JOIN ${LAST_PRODUCTS} USING (product_id) WHERE prices IS NULL`
  ),
  count(
    "products",
    "price above 100, taken as missing",
    `SELECT count(*) FROM product JOIN ${LAST_PRODUCTS} USING (product_id) WHERE CAST(prices AS DOUBLE) > 100`
  )
].join(" UNION ALL ");
