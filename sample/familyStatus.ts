export const FAMILY_STATUSES = [
  "single",
  "divorced/widowed",
  "living with parents and siblings",
  "married"
] as const;

/** Family status follows from age and dependants alone, as it does in the real file. An index into `FAMILY_STATUSES`. */
export function familyStatus(age: number, dependants: number): 0 | 1 | 2 | 3 {
  if (dependants === 0) return age < 60 ? 0 : 1;
  return age < 22 ? 2 : 3;
}
