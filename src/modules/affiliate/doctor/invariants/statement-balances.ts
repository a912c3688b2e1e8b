import { cutOf, monthsAfter } from "../../statements/bounds"

/** The entries a balance counts: closes of the months up to one, and all others up to the end of its statement. */
const counted = (of: { credits: string; others: string }): string =>
  `coalesce(sum(e.amount) FILTER (WHERE CASE e.source_type WHEN 'period_line' THEN ${of.credits} ELSE ${of.others} END), 0)`

/** The balances an issued statement carries against those the ledger gives today, added up anew from its entries, joined by hash. */
export const STATEMENT_BALANCES = `
  SELECT 'balance_differs' AS problem, affiliate_id, statement_id, period, currency_code, opening || ' to ' || closing AS expected,
         opening_balance || ' to ' || closing_balance AS found
  FROM (
    SELECT s.id AS statement_id, s.affiliate_id, s.period, s.currency_code, affiliate_round(s.opening_balance, s.currency_code) AS opening_balance,
           affiliate_round(s.closing_balance, s.currency_code) AS closing_balance,
           affiliate_round(${counted({ credits: "e.period < s.period", others: "e.occurred_at < s.starts_at" })}, s.currency_code) AS opening,
           affiliate_round(${counted({ credits: "e.period <= s.period", others: "e.occurred_at < s.ends_at" })}, s.currency_code) AS closing
    FROM (
      SELECT i.*, ${cutOf(monthsAfter("i.period", -1))} AS starts_at, ${cutOf("i.period")} AS ends_at
      FROM affiliate_statement i JOIN affiliate_program p ON p.id = i.program_id
    ) s
    LEFT JOIN affiliate_ledger_entry e ON e.affiliate_id = s.affiliate_id AND e.currency_code = s.currency_code AND e.account = 'affiliate'
    GROUP BY s.id, s.affiliate_id, s.period, s.currency_code, s.opening_balance, s.closing_balance
  ) x
  WHERE opening <> opening_balance OR closing <> closing_balance`
