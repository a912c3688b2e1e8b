import { rows, type Sql } from "../database/connection"
import { cutOf, periodAfter } from "./bounds"

/** What was dated in these months and is still being posted is waited for: its time was read under this lock. */
const LOCK_AFFILIATES = `
  SELECT 1 FROM affiliate
  WHERE program_id = :program_id AND EXISTS (SELECT 1 FROM affiliate_ledger_entry entry WHERE entry.affiliate_id = affiliate.id)
  ORDER BY id FOR SHARE`

/** Whether an entry lies in a month's statement, and whether in it or in an earlier one. */
const LIES_IN = `CASE entry.source_type WHEN 'period_line' THEN entry.period = month.period
                   ELSE entry.occurred_at >= month.starts_at AND entry.occurred_at < month.ends_at END`
const LIES_UP_TO = `CASE entry.source_type WHEN 'period_line' THEN entry.period <= month.period ELSE entry.occurred_at < month.ends_at END`

/** The statements that `list-statements.ts` shows of these months, of all affiliates of the program. */
const NUMBER = `
  WITH months AS (
    SELECT given.period, ${cutOf("program", periodAfter("given.period", -1))} AS starts_at, ${cutOf("program", "given.period")} AS ends_at
    FROM affiliate_program program CROSS JOIN unnest(:periods::text[]) AS given(period) WHERE program.id = :program_id
  ),
  figures AS (
    SELECT month.period, entry.affiliate_id, entry.currency_code,
           coalesce(sum(entry.amount) FILTER (WHERE ${LIES_UP_TO} AND NOT ${LIES_IN}), 0) AS opening,
           coalesce(sum(entry.amount) FILTER (WHERE ${LIES_UP_TO}), 0) AS closing, bool_or(${LIES_IN}) AS is_moved
    FROM affiliate JOIN affiliate_ledger_entry entry ON entry.affiliate_id = affiliate.id AND entry.account = 'affiliate'
    CROSS JOIN months month
    WHERE affiliate.program_id = :program_id
    GROUP BY month.period, entry.affiliate_id, entry.currency_code
    UNION ALL
    SELECT period.period, line.affiliate_id, line.currency_code, 0, 0, true
    FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.program_id = :program_id AND period.period = ANY(:periods)
  ),
  statements AS (
    SELECT figures.period, figures.affiliate_id, figures.currency_code, sum(figures.opening) AS opening, sum(figures.closing) AS closing
    FROM figures GROUP BY figures.period, figures.affiliate_id, figures.currency_code
    HAVING bool_or(figures.is_moved) OR sum(figures.closing) <> 0
  )
  INSERT INTO affiliate_statement (id, program_id, affiliate_id, period, currency_code, number, opening_balance, closing_balance)
  SELECT affiliate_new_id('affstm'), :program_id, statements.affiliate_id, statements.period, statements.currency_code,
         (SELECT coalesce(max(numbered.number), 0) FROM affiliate_statement numbered WHERE numbered.program_id = :program_id)
           + row_number() OVER (ORDER BY statements.period, affiliate.number, statements.currency_code),
         affiliate_round(statements.opening, statements.currency_code), affiliate_round(statements.closing, statements.currency_code)
  FROM statements JOIN affiliate ON affiliate.id = statements.affiliate_id
  WHERE NOT EXISTS (
    SELECT 1 FROM affiliate_statement numbered
    WHERE numbered.affiliate_id = statements.affiliate_id AND numbered.period = statements.period
      AND numbered.currency_code = statements.currency_code)`

/**
 * Gives the statements of periods that are being closed their numbers, in the order of months, affiliates and currencies, so that a number
 * does not depend on who looks first. Runs inside the transaction of the close, which has locked the program's row.
 */
export async function numberStatements(sql: Sql, program_id: string, periods: string[]): Promise<void> {
  await rows(sql, LOCK_AFFILIATES, { program_id })
  await rows(sql, NUMBER, { program_id, periods })
}
