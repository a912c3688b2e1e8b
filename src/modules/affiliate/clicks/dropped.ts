/** How many clicks of a day's total are no longer kept. `total` is the alias of `affiliate_click_total`. */
export const droppedOf = (total: string): string =>
  `(CASE WHEN ${total}.day < (SELECT affiliate_first_counted_day()) THEN ${total}.clicks ELSE ${total}.dropped END)`
