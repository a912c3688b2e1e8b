import { z } from "@medusajs/framework/zod"

import type { AffiliateFigure } from "../../../domain/affiliates/figures"
import { exactSum, withDigits } from "../../../domain/money/sums"
import { isCurrentDecision } from "../attribution/current"
import { clicksOfAffiliates } from "../clicks/whole-days"
import { earnedByAffiliates } from "../commissions/kept-totals"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text } from "../database/row-check"
import { isAvailable, reversalsOf } from "../ledger/available"
import { readBalances } from "../ledger/read-balances"

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
  /** Attributed orders in this currency that were placed in the range, also if they were canceled later. */
  orders: number
  /** What orders earned and took back in the range. */
  expense_amount: string
  commission_amount: string
  /** At present, whatever the range. */
  available: string
}

interface Counted extends Omit<AffiliateFigures, "currency_code" | "available"> {
  id: string
}

const ORDERS = `affiliate_attribution decision JOIN "order" o ON o.id = decision.order_id AND o.currency_code = :currency_code
  WHERE decision.outcome = 'attributed' AND ${isCurrentDecision("decision")}
    AND decision.placed_at >= :starts_at AND decision.placed_at < :ends_at`

/** Of clicks the days, and of orders and commissions the rows along their indexes: for the affiliates of a page. */
const FIGURES = statement<Counted>(
  `
  SELECT affiliate.id, coalesce(clicked.clicks, 0) AS clicks,
         (SELECT count(*)::int FROM ${ORDERS} AND decision.affiliate_id = affiliate.id) AS orders,
         affiliate_round(earned.expense, :currency_code)::text AS expense_amount,
         affiliate_round(earned.commission, :currency_code)::text AS commission_amount
  FROM affiliate
  LEFT JOIN (${clicksOfAffiliates((id) => `${id} = ANY(:ids)`)}) clicked ON clicked.affiliate_id = affiliate.id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(commission.expense_amount), 0) AS expense, coalesce(sum(commission.amount), 0) AS commission
    FROM affiliate_commission commission
    WHERE commission.affiliate_id = affiliate.id AND commission.currency_code = :currency_code
      AND commission.occurred_at >= :starts_at AND commission.occurred_at < :ends_at
  ) earned
  WHERE affiliate.id = ANY(:ids)`,
  z.strictObject({ id: text, clicks: integer, orders: integer, expense_amount: decimal, commission_amount: decimal })
)

/**
 * Each figure of all affiliates, as a subquery over the whole range: no index can give that order. Clicks and commissions are added up by
 * days; orders are counted one by one, and for `available` the whole ledger.
 */
export const FIGURE_ORDERS: Record<AffiliateFigure, string> = {
  clicks: `SELECT affiliate_id, clicks AS value FROM (${clicksOfAffiliates()}) clicked`,
  orders: `SELECT decision.affiliate_id, count(*) AS value FROM ${ORDERS} GROUP BY decision.affiliate_id`,
  expense_amount: `SELECT affiliate_id, expense AS value FROM (${earnedByAffiliates()}) earned`,
  commission_amount: `SELECT affiliate_id, commission AS value FROM (${earnedByAffiliates()}) earned`,
  available: `
    WITH ${reversalsOf((commission) => `${commission}.currency_code = :currency_code`)}
    SELECT affiliate_id, sum(amount) AS value
    FROM (
      SELECT affiliate_id, amount FROM reversals WHERE currency_code = :currency_code
      UNION ALL
      SELECT entry.affiliate_id, entry.amount FROM affiliate_ledger_entry entry
      WHERE entry.account = 'affiliate' AND entry.currency_code = :currency_code AND ${isAvailable("entry")}
    ) movements
    GROUP BY affiliate_id`,
}

/** What the figures' SQL binds. */
export const boundBy = ({ from, to, currency_code }: FigureRange) => ({ starts_at: from, ends_at: to, currency_code })

/** The figures of a page of affiliates, in two statements. */
export async function readFigures(sql: Sql, ids: string[], range: FigureRange, now?: Date): Promise<Map<string, AffiliateFigures>> {
  const { currency_code } = range
  const counted = await rows(sql, FIGURES, { ids, ...boundBy(range) })
  const balances = await readBalances(sql, ids, now)
  return new Map(
    counted.map(({ id, ...figures }) => {
      const balance = balances.get(id)?.find((own) => own.currency_code === currency_code)
      return [id, { currency_code, ...figures, available: balance?.available ?? withDigits(exactSum([]), currency_code) }]
    })
  )
}
