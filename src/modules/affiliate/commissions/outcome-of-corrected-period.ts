/**
 * What the month that a commission `c` corrects decided for the commission's affiliate and currency, as a subquery of one row or none. A month
 * with two lines judged in one of them; the other only followed a month before, and says nothing about the orders of its own.
 *
 * @param columns of the line `decided`.
 */
export const outcomeOfCorrectedPeriod = (columns: string): string => `
  SELECT ${columns} FROM affiliate_period before JOIN affiliate_period_line decided ON decided.period_id = before.id
  WHERE before.program_id = c.program_id AND before.period = c.corrects_period
    AND decided.affiliate_id = c.affiliate_id AND decided.currency_code = c.currency_code
  ORDER BY decided.is_judged DESC LIMIT 1`
