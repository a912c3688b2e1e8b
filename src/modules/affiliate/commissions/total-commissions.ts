import { z } from "@medusajs/framework/zod"

import { withAffiliates } from "../database/with-affiliates"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { decimal, integer, statement, text } from "../database/row-check"
import { COMMISSIONS, type CommissionFilters } from "./list-commissions"

/** What all commissions of a filter come to in one currency. Amounts are decimal strings in major units. */
export interface CommissionTotal {
  currency_code: string
  commission_count: number
  /** Orders with at least one commission among them. */
  order_count: number
  expense_amount: string
  amount: string
}

/** Sums per currency over all pages of the list, in one statement. */
export async function totalCommissions(sql: Sql, filters: CommissionFilters): Promise<CommissionTotal[]> {
  const { where, bindings } = filterRows(COMMISSIONS, await withAffiliates(sql, withPattern(filters)))
  const totals = statement<CommissionTotal>(
    `SELECT currency_code, sum(commission_count)::int AS commission_count, count(*)::int AS order_count,
            affiliate_round(sum(expense_amount), currency_code)::text AS expense_amount,
            affiliate_round(sum(amount), currency_code)::text AS amount
     FROM (SELECT commission.currency_code, commission.order_id, count(*) AS commission_count,
                  sum(commission.expense_amount) AS expense_amount, sum(commission.amount) AS amount
           FROM ${COMMISSIONS.from} ${where} GROUP BY commission.currency_code, commission.order_id) of_order
     GROUP BY currency_code ORDER BY currency_code`,
    z.strictObject({ currency_code: text, commission_count: integer, order_count: integer, expense_amount: decimal, amount: decimal })
  )
  return rows(sql, totals, bindings)
}
