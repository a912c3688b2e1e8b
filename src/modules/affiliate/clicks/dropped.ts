/** Before a snapshot is taken: a month of clicks that is dropped is gone from every snapshot at once, unlike the totals that say so. */
export const KEEP_CLICKS = `LOCK TABLE affiliate_click IN ACCESS SHARE MODE`

/** How many clicks of a day's total are no longer kept. `total` is the alias of `affiliate_click_total`. */
export const droppedOf = (total: string): string =>
  `(CASE WHEN ${total}.day < (SELECT affiliate_first_counted_day()) THEN ${total}.clicks ELSE ${total}.dropped END)`

/** Whether clicks of a day may have been dropped. Where all are kept, no total is read to find that out. */
export const mayBeDropped = (total: string): string => `${total}.day <= (SELECT affiliate_first_counted_day()) + 1`
