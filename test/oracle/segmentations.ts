/*
 * What config/segments.yaml means, written by hand. When a segmentation is added there, its SQL is added here; the
 * oracle's test names the one that lacks.
 */

const NORTHEAST = `'Maine', 'New Hampshire', 'Vermont', 'Massachusetts', 'Rhode Island', 'Connecticut', 'New York',
  'Pennsylvania', 'New Jersey'`;
const MIDWEST = `'Wisconsin', 'Michigan', 'Illinois', 'Indiana', 'Ohio', 'North Dakota', 'South Dakota', 'Nebraska',
  'Kansas', 'Minnesota', 'Iowa', 'Missouri'`;
const WEST = `'Idaho', 'Montana', 'Wyoming', 'Nevada', 'Utah', 'Colorado', 'Arizona', 'New Mexico', 'Alaska',
  'Washington', 'Oregon', 'California', 'Hawaii'`;
const SOUTH = `'Delaware', 'Maryland', 'District of Columbia', 'Virginia', 'West Virginia', 'North Carolina',
  'South Carolina', 'Georgia', 'Florida', 'Kentucky', 'Tennessee', 'Mississippi', 'Alabama', 'Oklahoma', 'Texas',
  'Arkansas', 'Louisiana'`;

/** SQL of a customer's segment, by segmentation. */
export const CUSTOMER_SEGMENTATIONS: Readonly<Record<string, string>> = {
  loyalty: `CASE WHEN orders_placed > 40 THEN 'Loyal' WHEN orders_placed > 10 THEN 'Regular' ELSE 'New' END`,
  spender: `CASE WHEN coalesce(priced, 0) = 0 THEN 'No price known'
    WHEN spend >= 1000 * priced THEN 'High spender' ELSE 'Low spender' END`,
  order_frequency: `CASE WHEN typical_gap IS NULL THEN 'One order only' WHEN typical_gap > 20 THEN 'Non-frequent'
    WHEN typical_gap > 10 THEN 'Regular frequency' ELSE 'Frequent' END`,
  activity: `CASE WHEN orders_placed >= 5 THEN 'Active' ELSE 'Low activity' END`,
  region: `CASE WHEN state IN (${NORTHEAST}) THEN 'Northeast' WHEN state IN (${MIDWEST}) THEN 'Midwest'
    WHEN state IN (${WEST}) THEN 'West' WHEN state IN (${SOUTH}) THEN 'South' END`,
  age_group: `CASE WHEN age >= 65 THEN '65 and over' WHEN age >= 50 THEN '50 to 64' WHEN age >= 35 THEN '35 to 49'
    ELSE '18 to 34' END`,
  income_group: `CASE WHEN income >= 120000 THEN '120,000 and over' WHEN income >= 60000 THEN '60,000 to 119,999'
    ELSE 'Under 60,000' END`,
  household: `CASE fam_status WHEN 'living with parents and siblings' THEN 'Living with parents'
    WHEN 'married' THEN 'Parents' WHEN 'divorced/widowed' THEN 'Divorced or widowed' WHEN 'single' THEN 'Single' END`,
  age_and_dependants: `CASE WHEN dependants >= 1 THEN if(age < 22, 'Under 22', '22 and over') || ', with dependants'
    ELSE if(age < 60, 'Under 60', '60 and over') || ', without' END`,
  age_by_household: `age_group || ' · ' || household`,
  profile: `CASE WHEN dependants >= 1 AND 50 * babies > items THEN 'New-baby household'
    WHEN 50 * pets > items THEN 'Pet owner'
    WHEN 20 * alcohol > items THEN 'Drinks host'
    WHEN items > 0 AND animal = 0 THEN 'Plant-based'
    WHEN dependants >= 1 AND age < 50 THEN 'Busy family'
    WHEN age >= 65 THEN 'Mature household'
    ELSE 'Everyone else' END`
};

/** SQL of a product's segment. */
export const PRODUCT_SEGMENTATIONS: Readonly<Record<string, string>> = {
  price_range: `CASE WHEN cents > 1500 THEN 'High price' WHEN cents > 500 THEN 'Mid price'
    WHEN cents IS NOT NULL THEN 'Low price' ELSE 'No price known' END`
};

const columns = (segmentations: Readonly<Record<string, string>>): string =>
  Object.entries(segmentations)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(",\n    ");

/** `segment`: one row per customer. `shelf`: one row per product, with its segments. */
export const segmentationsSql = `
  CREATE TABLE segment AS
  SELECT customer_id, ${columns(CUSTOMER_SEGMENTATIONS)}
  FROM fact JOIN customer USING (customer_id);
  CREATE TABLE shelf AS
  SELECT *, ${columns(PRODUCT_SEGMENTATIONS)} FROM product;`;
