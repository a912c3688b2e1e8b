import { z } from "@medusajs/framework/zod"

import { withAffiliates } from "../database/with-affiliates"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { decimal, integer, statement, text } from "../database/row-check"
import { isOfMonths, MONTHS_AS_COMMISSIONS } from "./count-commissions"
import { COMMISSIONS, type CommissionFilters } from "./list-commissions"
import { sumsByQuarterHour } from "./kept-totals"

/** What all commissions of a filter come to in one currency. Amounts are decimal strings in major units. */
export interface CommissionTotal {
  currency_code: string
  commission_count: number
  /** Orders with at least one commission among them. */
  order_count: number
  expense_amount: string
  amount: string
}

const LATER = "affiliate_commission commission WHERE commission.sequence > 1"

/** Orders without their first commission among those that the filters find, by currency: the totals of quarter hours do not count them. */
const withoutFirst = (where: string): string => `
  SELECT commission.currency_code, count(DISTINCT commission.order_id) AS order_count FROM ${LATER} ${where.replace("WHERE", "AND")}
    AND NOT EXISTS (SELECT 1 FROM (
      SELECT * FROM affiliate_commission first WHERE first.order_id = commission.order_id AND first.sequence = 1 OFFSET 0) commission ${where})
  GROUP BY commission.currency_code`

/** How often orders are counted too often by the totals of months: those of an order by affiliate and month, less the one that counts. */
const countedTwice = (where: string): string => `
  SELECT currency_code, sum(1 - pairs) AS order_count
  FROM (
    SELECT commission.currency_code, commission.order_id, count(DISTINCT (commission.affiliate_id, commission.period)) AS pairs
    FROM (SELECT DISTINCT commission.order_id FROM ${LATER} ${where.replace("WHERE", "AND")}) later
    CROSS JOIN LATERAL (SELECT * FROM affiliate_commission WHERE order_id = later.order_id OFFSET 0) commission ${where}
    GROUP BY commission.currency_code, commission.order_id
  ) of_order
  GROUP BY currency_code`

const OF_MONTHS = `
  SELECT currency_code, sum(commission_count) AS commission_count, sum(order_count) AS order_count, sum(expense_amount) AS expense_amount,
         sum(amount) AS amount
  FROM ${MONTHS_AS_COMMISSIONS}`

/** What the totals tell of the commissions that some filters find, as queries of sums and of what their orders are to be corrected by. */
function keptSums(filters: CommissionFilters, where: string): { sums: string; correction: string } | undefined {
  // Of an order's rows in a month, one may be credited and another withheld, and the totals count the order with the first.
  const isSplit = filters.status !== undefined && filters.status.includes("credited") !== filters.status.includes("withheld")
  if (filters.q === undefined && !isSplit && isOfMonths(filters))
    return { sums: `${OF_MONTHS} ${where} GROUP BY currency_code`, correction: countedTwice(where) }
  const sums = sumsByQuarterHour(filters)
  return sums === undefined ? undefined : { sums, correction: withoutFirst(where) }
}

const ADDED_UP = (where: string): string => `
  SELECT currency_code, sum(commission_count) AS commission_count, count(*) AS order_count, sum(expense_amount) AS expense_amount, sum(amount) AS amount
  FROM (SELECT commission.currency_code, commission.order_id, count(*) AS commission_count,
               sum(commission.expense_amount) AS expense_amount, sum(commission.amount) AS amount
        FROM ${COMMISSIONS.from} ${where} GROUP BY commission.currency_code, commission.order_id) of_order
  GROUP BY currency_code`

/**
 * Sums per currency over all pages of the list, in one statement: from the totals that are kept, where the filters say no more than these, and the
 * few commissions that change an order; else from all commissions that the filters find.
 */
export async function totalCommissions(sql: Sql, filters: CommissionFilters): Promise<CommissionTotal[]> {
  const searched = await withAffiliates(sql, withPattern(filters))
  const { where, bindings } = filterRows(COMMISSIONS, searched)
  const kept = keptSums(searched, where)
  const parts = kept
    ? `${kept.sums} UNION ALL SELECT currency_code, 0, order_count, 0, 0 FROM (${kept.correction}) correction`
    : ADDED_UP(where)
  const totals = statement<CommissionTotal>(
    `SELECT currency_code, sum(commission_count)::int AS commission_count, sum(order_count)::int AS order_count,
            affiliate_round(sum(expense_amount), currency_code)::text AS expense_amount,
            affiliate_round(sum(amount), currency_code)::text AS amount
     FROM (${parts}) part GROUP BY currency_code HAVING sum(commission_count) > 0 ORDER BY currency_code`,
    z.strictObject({ currency_code: text, commission_count: integer, order_count: integer, expense_amount: decimal, amount: decimal })
  )
  return rows(sql, totals, bindings)
}
