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
