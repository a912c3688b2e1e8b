import { z } from "@medusajs/framework/zod"

import type { AffiliateFigure } from "../../../domain/affiliates/figures"
import { clicksOfAffiliates } from "../clicks/whole-days"
import { earnedByAffiliates } from "../commissions/kept-totals"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text } from "../database/row-check"
import { isAvailable, reversalsOf } from "../ledger/available"

/** A half-open range of time, and the currency of its money. */
export interface FigureRange {
  from: Date
  to: Date
  currency_code: string
}

/** What an affiliate did in a range, and what they can be paid now. Amounts are decimal strings in major units. */
export interface AffiliateFigures {
  currency_code: string
  clicks: number
  /** Orders in this currency whose first commission lies in the range and is the affiliate's, whatever became of them. */
  orders: number
  /** What orders earned and took back in the range. */
  expense_amount: string
  commission_amount: string
  /** At present, whatever the range. */
  available: string
}

/** What each affiliate can be paid at present in `:currency_code`: ledger entries, and what orders have taken back since. */
const availableTo = (isWanted: (affiliate: string) => string = () => "true"): string => {
  const wanted = (row: string) => `${row}.currency_code = :currency_code AND ${isWanted(`${row}.affiliate_id`)}`
  return `
    WITH ${reversalsOf(wanted)}
    SELECT affiliate_id, sum(amount) AS value
    FROM (
      SELECT affiliate_id, amount FROM reversals
      UNION ALL
      SELECT entry.affiliate_id, entry.amount FROM affiliate_ledger_entry entry
      WHERE entry.account = 'affiliate' AND ${wanted("entry")} AND ${isAvailable("entry")}
    ) movements
    GROUP BY affiliate_id`
}

const OF_PAGE = (affiliate: string) => `${affiliate} = ANY(:ids)`

const FIGURES = statement<AffiliateFigures & { id: string }>(
  `
  SELECT affiliate.id, :currency_code::text AS currency_code, coalesce(clicked.clicks, 0) AS clicks, coalesce(earned.orders, 0) AS orders,
         affiliate_round(coalesce(earned.expense, 0), :currency_code)::text AS expense_amount,
         affiliate_round(coalesce(earned.commission, 0), :currency_code)::text AS commission_amount,
         affiliate_round(coalesce(available.value, 0), :currency_code)::text AS available
  FROM affiliate
  LEFT JOIN (${clicksOfAffiliates(OF_PAGE)}) clicked ON clicked.affiliate_id = affiliate.id
  LEFT JOIN (${earnedByAffiliates(OF_PAGE("affiliate_id"))}) earned ON earned.affiliate_id = affiliate.id
  LEFT JOIN (${availableTo(OF_PAGE)}) available ON available.affiliate_id = affiliate.id
  WHERE affiliate.id = ANY(:ids)`,
  z.strictObject({
    ...{ id: text, currency_code: text, clicks: integer, orders: integer },
    ...{ expense_amount: decimal, commission_amount: decimal, available: decimal },
  })
)

/**
 * Each figure of all affiliates, as a subquery over the whole range: no index can give that order. Clicks are added up by days and what orders brought
 * by months and days; for `available` it is the whole ledger.
 */
export const FIGURE_ORDERS: Record<AffiliateFigure, string> = {
  clicks: `SELECT affiliate_id, clicks AS value FROM (${clicksOfAffiliates()}) clicked`,
  orders: `SELECT affiliate_id, orders AS value FROM (${earnedByAffiliates()}) earned`,
  expense_amount: `SELECT affiliate_id, expense AS value FROM (${earnedByAffiliates()}) earned`,
  commission_amount: `SELECT affiliate_id, commission AS value FROM (${earnedByAffiliates()}) earned`,
  available: availableTo(),
}

/** What the figures' SQL binds. */
export const boundBy = ({ from, to, currency_code }: FigureRange, now?: Date) => ({
  ...{ starts_at: from, ends_at: to, currency_code, now: now ?? null },
})

/** The figures of a page of affiliates, in one statement. */
export async function readFigures(sql: Sql, ids: string[], range: FigureRange, now?: Date): Promise<Map<string, AffiliateFigures>> {
  const found = await rows(sql, FIGURES, { ids, ...boundBy(range, now) })
  return new Map(found.map(({ id, ...figures }) => [id, figures]))
}
