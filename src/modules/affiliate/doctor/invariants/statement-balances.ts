import { cutOf, periodAfter } from "../../statements/bounds"

/** The entries a balance counts: closes of the periods up to one, and all others up to the end of its statement. */
const counted = (of: { credits: string; others: string }): string =>
  `coalesce(sum(entry.amount) FILTER (WHERE CASE entry.source_type WHEN 'period_line' THEN ${of.credits} ELSE ${of.others} END), 0)`

const OPENING = counted({ credits: "entry.period < issued.period", others: "entry.occurred_at < issued.starts_at" })
const CLOSING = counted({ credits: "entry.period <= issued.period", others: "entry.occurred_at < issued.ends_at" })

/** Compares the balances of each issued statement with those that the ledger's entries add up to today. Joins by hash. */
export const STATEMENT_BALANCES = `
  SELECT 'balance_differs' AS problem, affiliate_id, statement_id, period, currency_code, opening || ' to ' || closing AS expected,
         opening_balance || ' to ' || closing_balance AS found
  FROM (
    SELECT issued.id AS statement_id, issued.affiliate_id, issued.period, issued.currency_code,
           affiliate_round(issued.opening_balance, issued.currency_code) AS opening_balance,
           affiliate_round(issued.closing_balance, issued.currency_code) AS closing_balance,
           affiliate_round(${OPENING}, issued.currency_code) AS opening, affiliate_round(${CLOSING}, issued.currency_code) AS closing
    FROM (
      SELECT statement.*, ${cutOf("program", periodAfter("statement.period", -1))} AS starts_at,
             ${cutOf("program", "statement.period")} AS ends_at
      FROM affiliate_statement statement JOIN affiliate_program program ON program.id = statement.program_id
    ) issued
    LEFT JOIN affiliate_ledger_entry entry ON entry.affiliate_id = issued.affiliate_id AND entry.currency_code = issued.currency_code
      AND entry.account = 'affiliate'
    GROUP BY issued.id, issued.affiliate_id, issued.period, issued.currency_code, issued.opening_balance, issued.closing_balance
  ) compared
  WHERE opening <> opening_balance OR closing <> closing_balance`
