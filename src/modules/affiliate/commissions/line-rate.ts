/**
 * The rate (percent) of one order line, as SQL over the `subject` of ORDER_WORTH. This is the only place that resolves it, so rates by product
 * or group can join here; the subject's own rate is the one that was valid when the order was placed.
 */
export const LINE_RATE = "subject.rate_percent"
