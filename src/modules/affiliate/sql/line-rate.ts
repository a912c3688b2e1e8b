/**
 * The rate (percent) of one order line, as SQL over the order's attribution `decided`: the one place that resolves it. Rates by product or
 * group join here; the attribution's own rate is the one kept when the order was placed.
 */
export const LINE_RATE = "decided.rate_percent"
