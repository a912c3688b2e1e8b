import type { StatementSummary } from "../../../domain/statements/statement"
import { rows, type Sql } from "../database/connection"
import { STATEMENT_MONTHS } from "./bounds"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

export interface StatementFilters {
  affiliate_id: string
  status?: string[]
  currency_code?: string[]
  period?: Comparison<string>
  issued_at?: Bounds<Date>
  now: Date
}

/** One month's statements: of one currency, or of every one. */
export interface StatementQuery {
  affiliate_id: string
  /** `YYYY-MM` */
  period: string
  currency_code?: string
  now: Date
}

/** What moves in each month: `credited`, `adjusted` and `paid` move the balance, `pending` and `withheld` do not. */
const MOVEMENTS = `
  SELECT c.period, c.currency_code, 0 AS credited, 0 AS adjusted, 0 AS paid, c.amount AS pending, 0 AS withheld
  FROM affiliate_commission c JOIN months ON months.period = c.period AND months.status = 'open'
  WHERE c.affiliate_id = :affiliate_id
  UNION ALL
  SELECT m.period, l.currency_code, 0, 0, 0, 0, CASE l.outcome WHEN 'withheld' THEN l.amount ELSE 0 END
  FROM affiliate_period_line l JOIN affiliate_period m ON m.id = l.period_id
  WHERE l.affiliate_id = :affiliate_id
  UNION ALL
  SELECT e.period, e.currency_code, e.amount, 0, 0, 0, 0
  FROM affiliate_ledger_entry e
  WHERE e.affiliate_id = :affiliate_id AND e.account = 'affiliate' AND e.source_type = 'period_line'
  UNION ALL
  SELECT months.period, e.currency_code, 0, CASE e.source_type WHEN 'adjustment' THEN e.amount ELSE 0 END,
         CASE e.source_type WHEN 'adjustment' THEN 0 ELSE e.amount END, 0, 0
  FROM affiliate_ledger_entry e JOIN months ON e.occurred_at >= months.starts_at AND e.occurred_at < months.ends_at
  WHERE e.affiliate_id = :affiliate_id AND e.account = 'affiliate' AND e.source_type <> 'period_line'`

/**
 * Every month in which something happened in a currency, and closed months that only carry a balance on. The window adds up all months
 * before any filter takes one away.
 */
const STATEMENTS = `
  WITH ${STATEMENT_MONTHS},
  movements AS (${MOVEMENTS}),
  currencies AS (SELECT currency_code, min(period) AS first FROM movements GROUP BY currency_code),
  figures AS (
    SELECT months.program_id, months.period, months.status, currencies.currency_code, count(v.period) > 0 AS is_moved,
           coalesce(sum(v.credited), 0) AS credited, coalesce(sum(v.adjusted), 0) AS adjusted, coalesce(sum(v.paid), 0) AS paid,
           coalesce(sum(v.pending), 0) AS pending, coalesce(sum(v.withheld), 0) AS withheld,
           sum(coalesce(sum(v.credited + v.adjusted + v.paid), 0))
             OVER (PARTITION BY currencies.currency_code ORDER BY months.period) AS closing
    FROM currencies JOIN months ON months.period >= currencies.first
    LEFT JOIN movements v ON v.period = months.period AND v.currency_code = currencies.currency_code
    GROUP BY months.program_id, months.period, months.status, currencies.currency_code
  )
  SELECT *, closing - credited - adjusted - paid AS opening FROM figures
  WHERE is_moved OR status = 'closed' AND closing <> 0`

const round = (figure: string, name: string): string => `affiliate_round(f.${figure}, f.currency_code)::text AS ${name}`

const LISTING: Listing<StatementFilters> = {
  fields: `f.period, f.currency_code, f.status, ${round("opening", "opening_balance")}, ${round("credited", "commissions")},
           ${round("adjusted", "adjustments")}, ${round("paid", "payouts")}, ${round("closing", "closing_balance")},
           ${round("pending", "pending")}, ${round("withheld", "withheld")},
           (s.issuer ->> 'number_prefix') || s.number AS number, s.issued_at`,
  from: `(${STATEMENTS}) f
    LEFT JOIN affiliate_statement s ON s.affiliate_id = :affiliate_id AND s.period = f.period AND s.currency_code = f.currency_code`,
  conditions: {
    affiliate_id: "true",
    now: "true",
    status: "f.status = ANY(:status)",
    currency_code: "f.currency_code = ANY(:currency_code)",
  },
  orders: { period: "f.period", issued_at: "s.issued_at" },
  defaultOrder: "-period",
  id: ["f.currency_code"],
}

/** An affiliate's statements, newest month first. Two statements, however many there are. */
export const listStatements = (sql: Sql, filters: StatementFilters, page: PageRequest): Promise<PageOf<StatementSummary>> =>
  readPage(sql, LISTING, filters, page)

const EVERY = 1000

/** The statements of one month, by currency. */
export async function listStatementsOfPeriod(
  sql: Sql,
  { affiliate_id, period, currency_code, now }: StatementQuery
): Promise<StatementSummary[]> {
  const filters = { affiliate_id, period: [period], currency_code: currency_code === undefined ? undefined : [currency_code], now }
  const page = await readPage<StatementSummary, StatementFilters>(sql, LISTING, filters, { limit: EVERY, offset: 0, order: "period" })
  return page.rows
}

/**
 * Whether a closed month's figures stand for good: no earlier month of the program can still be closed, or be opened by a late fact. A month
 * without a row is one of these once the program had begun or had a commission by then.
 */
const EARLIER_OPEN = `
  SELECT to_char(day, 'YYYY-MM') AS period
  FROM affiliate_program p
  CROSS JOIN LATERAL (SELECT least(
    to_char(coalesce(p.starts_at, p.created_at) AT TIME ZONE p.timezone, 'YYYY-MM'),
    (SELECT min(c.period) FROM affiliate_commission c WHERE c.program_id = p.id)) AS first) began
  CROSS JOIN LATERAL generate_series(to_date(began.first, 'YYYY-MM'), to_date(:period, 'YYYY-MM'), interval '1 month') day
  WHERE p.id = (SELECT program_id FROM affiliate WHERE id = :affiliate_id)
    AND NOT EXISTS (SELECT 1 FROM affiliate_period m
                    WHERE m.program_id = p.id AND m.period = to_char(day, 'YYYY-MM') AND m.status = 'closed')
  ORDER BY day LIMIT 1`

/** The first month up to `period` that is not closed yet; null when all are. */
export async function firstOpenMonth(sql: Sql, affiliate_id: string, period: string): Promise<string | null> {
  const [month] = await rows<{ period: string }>(sql, EARLIER_OPEN, { affiliate_id, period })
  return month?.period ?? null
}
