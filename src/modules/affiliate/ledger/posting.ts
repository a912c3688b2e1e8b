/** What a posting moves, and between which accounts. */
export interface Posting {
  /** A table or CTE, one row a posting, with `id`, `program_id`, `affiliate_id`, `amount` and `currency_code`. */
  from: string
  source_type: "adjustment" | "payout" | "payout_reversal" | "period_line"
  /** `1` adds the amount to the affiliate's balance, `-1` takes it off. */
  affiliate: 1 | -1
  /** The account of the other leg, which moves by the same amount the other way. */
  counter: "payout" | "program_expense"
  /** SQL over `from`: the period whose close posts; none when absent. */
  period?: string
  /** SQL over `from`: when the affiliate may have it, and when it happened. */
  available_at: string
  occurred_at: string
  /** SQL over `from`: the rows that are posted; all when absent. */
  where?: string
}

/**
 * The statement that posts: both legs of every row at once, so that they add up to zero. Legs are written in the order of affiliates, so that
 * two parallel postings lock the affiliates in the same order and never wait for each other in a circle. No other file writes ledger entries.
 */
export const posting = ({ from, source_type, affiliate, counter, period = "NULL", available_at, occurred_at, where = "true" }: Posting) => `
  INSERT INTO affiliate_ledger_entry (id, account, program_id, affiliate_id, amount, currency_code, source_type, source_id, period,
                                      available_at, occurred_at)
  SELECT affiliate_new_id('affent'), leg.account, program_id, affiliate_id, amount * leg.sign, currency_code, '${source_type}', id, ${period},
         ${available_at}, ${occurred_at}
  FROM ${from} CROSS JOIN (VALUES ('affiliate', ${affiliate}), ('${counter}', ${-affiliate})) AS leg(account, sign)
  WHERE ${where}
  ORDER BY affiliate_id, currency_code`
