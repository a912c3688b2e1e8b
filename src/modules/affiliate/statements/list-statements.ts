import { z } from "@medusajs/framework/zod"

import type { StatementSummary } from "../../../domain/statements/statement"
import { rows, type Sql } from "../database/connection"
import { STATEMENT_PERIODS } from "./bounds"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"
import { decimal, oneOf, text, time } from "../database/row-check"

export interface StatementFilters {
  affiliate_id: string
  status?: string[]
  currency_code?: string[]
  period?: Comparison<string>
  issued_at?: Bounds<Date>
  /** For tests; the database's clock when absent. */
  now?: Date | null
}

/** The statements of one period: of one currency, or of every one. */
export interface StatementQuery {
  affiliate_id: string
  /** `YYYY-MM` */
  period: string
  currency_code?: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

/** What moves in each period: `credited`, `adjusted` and `paid` move the balance, `pending`, `withheld` and `budget` do not. */
const MOVEMENTS = `
  SELECT commission.period, commission.currency_code, 0 AS credited, 0 AS adjusted, 0 AS paid, commission.amount AS pending, 0 AS withheld,
         0 AS budget
  FROM affiliate_commission commission JOIN periods ON periods.period = commission.period AND periods.status = 'open'
  WHERE commission.affiliate_id = :affiliate_id
  UNION ALL
  SELECT period.period, line.currency_code, 0, 0, 0, 0, CASE line.outcome WHEN 'withheld' THEN line.amount ELSE 0 END, 0
  FROM affiliate_period_line line JOIN affiliate_period period ON period.id = line.period_id
  WHERE line.affiliate_id = :affiliate_id
  UNION ALL
  SELECT period, currency_code, 0, 0, 0, 0, 0, amount FROM affiliate_period_commission WHERE affiliate_id = :affiliate_id AND kind = 'budget'
  UNION ALL
  SELECT entry.period, entry.currency_code, entry.amount, 0, 0, 0, 0, 0
  FROM affiliate_ledger_entry entry
  WHERE entry.affiliate_id = :affiliate_id AND entry.account = 'affiliate' AND entry.source_type = 'period_line'
  UNION ALL
  SELECT periods.period, entry.currency_code, 0, CASE entry.source_type WHEN 'adjustment' THEN entry.amount ELSE 0 END,
         CASE entry.source_type WHEN 'adjustment' THEN 0 ELSE entry.amount END, 0, 0, 0
  FROM affiliate_ledger_entry entry JOIN periods ON entry.occurred_at >= periods.starts_at AND entry.occurred_at < periods.ends_at
  WHERE entry.affiliate_id = :affiliate_id AND entry.account = 'affiliate' AND entry.source_type <> 'period_line'`

/**
 * Every period in which something happened in a currency, and closed periods that only carry a balance forward. The window adds up all
 * periods before any filter removes one.
 */
const STATEMENTS = `
  WITH ${STATEMENT_PERIODS},
  movements AS (${MOVEMENTS}),
  currencies AS (SELECT currency_code, min(period) AS first FROM movements GROUP BY currency_code),
  figures AS (
    SELECT periods.program_id, periods.period, periods.status, currencies.currency_code, count(movement.period) > 0 AS is_moved,
           coalesce(sum(movement.credited), 0) AS credited, coalesce(sum(movement.adjusted), 0) AS adjusted,
           coalesce(sum(movement.paid), 0) AS paid, coalesce(sum(movement.pending), 0) AS pending, coalesce(sum(movement.withheld), 0) AS withheld,
           coalesce(sum(movement.budget), 0) AS budget,
           sum(coalesce(sum(movement.credited + movement.adjusted + movement.paid), 0))
             OVER (PARTITION BY currencies.currency_code ORDER BY periods.period) AS closing
    FROM currencies JOIN periods ON periods.period >= currencies.first
    LEFT JOIN movements movement ON movement.period = periods.period AND movement.currency_code = currencies.currency_code
    GROUP BY periods.program_id, periods.period, periods.status, currencies.currency_code
  )
  SELECT *, closing - credited - adjusted - paid AS opening FROM figures
  WHERE is_moved OR status = 'closed' AND closing <> 0`

const round = (figure: string, name: string): string => `affiliate_round(figures.${figure}, figures.currency_code)::text AS ${name}`

const LISTING: Listing<StatementFilters, StatementSummary> = {
  row: z.strictObject({
    period: text,
    currency_code: text,
    status: oneOf("open", "closed"),
    opening_balance: decimal,
    commissions: decimal,
    adjustments: decimal,
    payouts: decimal,
    closing_balance: decimal,
    pending: decimal,
    withheld: decimal,
    budget: decimal,
    number: text.nullable(),
    issued_at: time.nullable(),
  }),
  fields: `figures.period, figures.currency_code, figures.status,
           ${round("opening", "opening_balance")}, ${round("credited", "commissions")},
           ${round("adjusted", "adjustments")}, ${round("paid", "payouts")}, ${round("closing", "closing_balance")},
           ${round("pending", "pending")}, ${round("withheld", "withheld")}, ${round("budget", "budget")},
           (statement.issuer ->> 'number_prefix') || statement.number AS number, statement.issued_at`,
  from: `(${STATEMENTS}) figures
    LEFT JOIN affiliate_statement statement
      ON statement.affiliate_id = :affiliate_id AND statement.period = figures.period AND statement.currency_code = figures.currency_code`,
  conditions: {
    affiliate_id: "true",
    now: "true",
    status: "figures.status = ANY(:status)",
    currency_code: "figures.currency_code = ANY(:currency_code)",
  },
  orders: { period: "figures.period", issued_at: "statement.issued_at" },
  defaultOrder: "-period",
  id: ["figures.period", "figures.currency_code"],
}

/** An affiliate's statements, newest period first. Two SQL statements, however many there are. */
export const listStatements = (sql: Sql, filters: StatementFilters, page: PageRequest): Promise<PageOf<StatementSummary>> =>
  readPage(sql, LISTING, { ...filters, now: filters.now ?? null }, page)

const EVERY = 1000

/** The statements of one period, by currency. */
export async function listStatementsOfPeriod(
  sql: Sql,
  { affiliate_id, period, currency_code, now }: StatementQuery
): Promise<StatementSummary[]> {
  const filters = {
    ...{ affiliate_id, period: [period], currency_code: currency_code === undefined ? undefined : [currency_code] },
    now: now ?? null,
  }
  const page = await readPage<StatementSummary, StatementFilters>(sql, LISTING, filters, { limit: EVERY, offset: 0, order: "period" })
  return page.rows
}

/** The figures of a closed period are final once no earlier period is open. Months are closed in order: this finds one that another writer opened. */
const EARLIER_OPEN = `
  SELECT min(period.period) AS period FROM affiliate_period period
  WHERE period.program_id = (SELECT program_id FROM affiliate WHERE id = :affiliate_id) AND period.period < :period AND period.status = 'open'`

/** The first period before `period` that is open; null where there is none. */
export async function firstOpenPeriod(sql: Sql, affiliate_id: string, period: string): Promise<string | null> {
  const [open] = await rows<{ period: string | null }>(sql, EARLIER_OPEN, { affiliate_id, period })
  return open?.period ?? null
}
