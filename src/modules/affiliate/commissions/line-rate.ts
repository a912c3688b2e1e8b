/**
 * The rate (percent) of one order line, as SQL over the `subject` of ORDER_WORTH: the one place that resolves it. Rates by product or
 * group join here; the subject's own rate is the one kept when the order was placed.
 */
export const LINE_RATE = "subject.rate_percent"
