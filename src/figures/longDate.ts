const months = "January February March April May June July August September October November December".split(
  " "
);

/** `2026-11-22` as `22 November 2026`, without asking the machine for its locale. */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
