/** The two products of plant 7. They are bought by this rule alone, so the rates hold at the grain of orders. */
export const PAIR_PRODUCTS = [
  {name: "Hollow Oak Street Taco Tortillas", aisle: "tortillas and flatbreads", orderShare: 0.02},
  {name: "Hollow Oak Taco Night Seasoning", aisle: "spices and seasonings", orderShare: 0.016}
] as const;

/**
 * What one order holds of the pair (0 neither, 1 the first, 2 the second, 3 both), from a fraction in [0, 1).
 * lift = share with both / (share with the first × share with the second).
 */
export function pairInOrder(fraction: number, lift: number): 0 | 1 | 2 | 3 {
  const [first, second] = PAIR_PRODUCTS;
  const both = lift * first.orderShare * second.orderShare;
  if (fraction < both) return 3;
  if (fraction < first.orderShare) return 1;
  return fraction < first.orderShare + second.orderShare - both ? 2 : 0;
}
