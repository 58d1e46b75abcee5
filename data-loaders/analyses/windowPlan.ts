/** Windows of the week for advertisements: when the shop is busiest and when it is quiet. */
export interface WindowPlan {
  readonly busy: readonly WeekWindow[];
  readonly quiet: readonly WeekWindow[];
  /** Of the mean hour of the week. */
  readonly orders_per_hour: number;
}

/** Hours of one day, contiguous. */
export interface WeekWindow {
  /** Place of the day in the dimension `day`. */
  readonly day: number;
  readonly day_label: string;
  /** First hour, and the hour that it ends before: 9 and 12 are 9:00 to 12:00. */
  readonly from: number;
  readonly to: number;
  readonly orders: number;
  readonly orders_per_hour: number;
  /** Share of the orders of the whole week. */
  readonly week_share: number;
  /** Orders per hour ÷ those of the mean hour of the week × 100. */
  readonly index: number;
}
