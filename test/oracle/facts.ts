/**
 * Grain: one row per customer. Facts as whole numbers, so that the segmentations can compare without rounding: a mean
 * price of 10 is a spend of 1,000 cents an item, a share of 2% is one item in 50. The median is over orders.
 */
export const factsSql = `
  CREATE TABLE fact AS
  SELECT customer_id, orders_placed, typical_gap, coalesce(items, 0) AS items, priced, spend,
    babies, pets, alcohol, animal
  FROM (
    SELECT customer_id, max(order_number) AS orders_placed, median(gap) AS typical_gap
    FROM visit GROUP BY customer_id
  )
  LEFT JOIN (
    SELECT customer_id, count(*) AS items, count(cents) AS priced, sum(cents) AS spend,
      count(*) FILTER (department = 'babies') AS babies,
      count(*) FILTER (department = 'pets') AS pets,
      count(*) FILTER (department = 'alcohol') AS alcohol,
      count(*) FILTER (department = 'meat seafood' OR department = 'dairy eggs') AS animal
    FROM line JOIN product USING (product_id) GROUP BY customer_id
  ) USING (customer_id);`;
