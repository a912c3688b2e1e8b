/**
 * What the period that a commission corrects decided for the commission's affiliate and currency, as a subquery of one row or none. Where a
 * period has two lines, one carries its own judgement, and the other only follows an earlier period: the judged one counts. Whether there is a
 * period is asked apart, so that most commissions, which correct none, look nothing up.
 *
 * @param commission the alias of `affiliate_commission` in the statement.
 * @param columns of the line `decided`.
 */
export const outcomeOfCorrectedPeriod = (commission: string, columns: string): string => `
  SELECT ${columns} FROM affiliate_period before JOIN affiliate_period_line decided ON decided.period_id = before.id
  WHERE ${commission}.corrects_period IS NOT NULL AND before.program_id = ${commission}.program_id AND before.period = ${commission}.corrects_period
    AND decided.affiliate_id = ${commission}.affiliate_id AND decided.currency_code = ${commission}.currency_code
  ORDER BY decided.is_judged DESC LIMIT 1`

/**
 * The period line a commission went into, as joins: `period` is the commission's period and `line` its line, null while the period is open.
 * The close (`periods/totals.ts`) writes one line for an affiliate and currency, or two of different outcome: a commission that corrects a
 * closed period has the outcome that was judged there, every other one the outcome that this close judged. Lines are compared only where
 * there are any, and only a correcting commission reads the period it corrects; every look-up is by a unique key.
 *
 * @param commission the alias of the commissions in the statement.
 */
export const commissionLine = (commission: string): string => `
  LEFT JOIN affiliate_period period ON period.program_id = ${commission}.program_id AND period.period = ${commission}.period
  LEFT JOIN LATERAL (
    SELECT line.* FROM affiliate_period_line line
    WHERE line.period_id = period.id AND line.affiliate_id = ${commission}.affiliate_id AND line.currency_code = ${commission}.currency_code
    ORDER BY CASE
      WHEN ${commission}.corrects_period IS NULL THEN line.is_judged
      ELSE coalesce(line.outcome = (${outcomeOfCorrectedPeriod(commission, "decided.outcome")}), line.is_judged) END DESC
    LIMIT 1
  ) line ON true`

/** Pending while the period is open, then what the close decided. */
export const COMMISSION_STATUS = `CASE WHEN period.status = 'closed' THEN coalesce(line.outcome, 'credited') ELSE 'pending' END`

/** Why it is withheld; null where it is not. */
export const WITHHELD_REASON = `CASE WHEN period.status = 'closed' AND line.outcome = 'withheld' THEN line.reason END`
