import { outcomeOfCorrectedPeriod } from "./outcome-of-corrected-period"

/**
 * The period line a commission went into, as joins behind `affiliate_commission c`: `m` is its month and `l` the line, which an open month
 * has not. The close (`period-totals.ts`) writes one line for an affiliate and currency, or two of different outcome: a row that corrects a
 * closed month follows what was judged there, every other row what this close judged. Only where there are lines is anything compared, and
 * only a row that corrects looks at the month it corrects; every look-up is by a unique key.
 */
export const COMMISSION_LINE = `
  LEFT JOIN affiliate_period m ON m.program_id = c.program_id AND m.period = c.period
  LEFT JOIN LATERAL (
    SELECT line.* FROM affiliate_period_line line
    WHERE line.period_id = m.id AND line.affiliate_id = c.affiliate_id AND line.currency_code = c.currency_code
    ORDER BY CASE WHEN c.corrects_period IS NULL THEN line.is_judged ELSE coalesce(line.outcome = (${outcomeOfCorrectedPeriod("decided.outcome")}),
      line.is_judged) END DESC
    LIMIT 1
  ) l ON true`

/** Pending while the month is open, then what the close decided. */
export const COMMISSION_STATUS = `CASE WHEN m.status = 'closed' THEN coalesce(l.outcome, 'credited') ELSE 'pending' END`
