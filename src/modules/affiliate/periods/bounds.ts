/** The instants `[1st 00:00, next 1st 00:00)` of a period in a time zone, as SQL over SQL expressions. In the domain: `periodBounds`. */
export const boundsOf = (period: string, timezone: string): { starts_at: string; ends_at: string } => ({
  starts_at: `affiliate_period_start(${period}, ${timezone})`,
  ends_at: `affiliate_period_start(to_char(to_date(${period}, 'YYYY-MM') + interval '1 month', 'YYYY-MM'), ${timezone})`,
})
