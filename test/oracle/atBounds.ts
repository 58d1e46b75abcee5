/** Numbers of the departments, as both samples have them. */
const [PRODUCE, ALCOHOL, PETS, BABIES] = [4, 5, 8, 18];
const COMMON = Array.from({length: 50}, (_, at) => 990_100 + at);

/** Grain: one row per customer of one order. `bought` is one product beside so many common ones, all at 10 dollars. */
const CUSTOMERS = [
  {
    id: 990_001,
    dependants: 1,
    bought: 990_001,
    common: 49,
    says: "one item in 50 is for babies: not above 2%"
  },
  {id: 990_002, dependants: 1, bought: 990_001, common: 48, says: "one in 49 is above"},
  {id: 990_003, dependants: 0, bought: 990_002, common: 49, says: "one item in 50 is for pets"},
  {id: 990_004, dependants: 0, bought: 990_002, common: 48, says: "one in 49"},
  {id: 990_005, dependants: 0, bought: 990_003, common: 19, says: "one item in 20 is alcohol: not above 5%"},
  {id: 990_006, dependants: 0, bought: 990_003, common: 18, says: "one in 19 is above"},
  {
    id: 990_007,
    dependants: 0,
    bought: 990_004,
    common: 9,
    says: "a mean price of exactly 10 is no low spender's"
  },
  {
    id: 990_008,
    dependants: 0,
    bought: 990_005,
    common: 9,
    says: "nor is a mean a little below 10 a high one's"
  }
];

/** Rows to be added to the files of a sample: customers whose shares and means stand at the ends of segments. */
export const AT_BOUNDS = {
  products: [
    ...COMMON.map((id) => `${id},Common ${id},1,${PRODUCE},10`),
    `990001,Bound babies,1,${BABIES},10`,
    `990002,Bound pets,1,${PETS},10`,
    `990003,Bound alcohol,1,${ALCOHOL},10`,
    `990004,Bound ten,1,${PRODUCE},10`,
    `990005,Bound below ten,1,${PRODUCE},9.99`
  ],
  customers: CUSTOMERS.map(({id, dependants}) => {
    const family = dependants === 0 ? "single" : "married";
    return `${id},Ada,Stone,Female,Ohio,44,1/1/2017,${dependants},${family},50000`;
  }),
  orders: CUSTOMERS.map(({id}) => `${id},${id},prior,1,0,10,`),
  items: CUSTOMERS.flatMap(({id, bought, common}) =>
    [bought, ...COMMON.slice(0, common)].map((product, at) => `${id},${product},${at + 1},0`)
  )
};
