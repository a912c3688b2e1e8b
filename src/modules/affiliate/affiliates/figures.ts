import { z } from "@medusajs/framework/zod"

import type { AffiliateFigure } from "../../../domain/affiliates/figures"
import { exactSum, withDigits } from "../../../domain/money/sums"
import { isCurrentDecision } from "../attribution/current"
import { droppedOf, mayBeDropped } from "../clicks/dropped"
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

const CLICKS = `affiliate_click click WHERE click.occurred_at >= :from AND click.occurred_at < :to`
/** Of clicks that are no longer kept only the day is known: it counts where it begins. The outer bounds let an index find the days. */
const DROPPED_CLICKS = `affiliate_click_total total JOIN affiliate_program program ON program.id = total.program_id
  WHERE total.kind = 'affiliate' AND ${mayBeDropped("total")}
    AND total.day >= (:from::timestamptz - interval '1 day')::date AND total.day <= (:to::timestamptz + interval '1 day')::date
    AND total.day::timestamp AT TIME ZONE program.timezone >= :from AND total.day::timestamp AT TIME ZONE program.timezone < :to`
const ORDERS = `affiliate_attribution decision JOIN "order" o ON o.id = decision.order_id AND o.currency_code = :currency_code
  WHERE decision.outcome = 'attributed' AND ${isCurrentDecision("decision")}
    AND decision.placed_at >= :from AND decision.placed_at < :to`
const COMMISSIONS = `affiliate_commission commission
  WHERE commission.occurred_at >= :from AND commission.occurred_at < :to AND commission.currency_code = :currency_code`

/** Affiliate by affiliate along their indexes: for the rows of a page. */
const FIGURES = statement<Counted>(
  `
  SELECT affiliate.id,
         (SELECT count(*)::int FROM ${CLICKS} AND click.affiliate_id = affiliate.id)
           + (SELECT coalesce(sum(${droppedOf("total")}), 0)::int FROM ${DROPPED_CLICKS} AND total.value = affiliate.id) AS clicks,
         (SELECT count(*)::int FROM ${ORDERS} AND decision.affiliate_id = affiliate.id) AS orders,
         affiliate_round(earned.expense, :currency_code)::text AS expense_amount,
         affiliate_round(earned.commission, :currency_code)::text AS commission_amount
  FROM affiliate CROSS JOIN LATERAL (
    SELECT coalesce(sum(commission.expense_amount), 0) AS expense, coalesce(sum(commission.amount), 0) AS commission
    FROM ${COMMISSIONS} AND commission.affiliate_id = affiliate.id
  ) earned
  WHERE affiliate.id = ANY(:ids)`,
  z.strictObject({ id: text, clicks: integer, orders: integer, expense_amount: decimal, commission_amount: decimal })
)

const earned = (column: "expense_amount" | "amount") =>
  `SELECT commission.affiliate_id, sum(commission.${column}) AS value FROM ${COMMISSIONS} GROUP BY commission.affiliate_id`

/**
 * Each figure of all affiliates, as a subquery over the whole range: to sort by it, every row of the range has to be counted, and for
 * `available` the whole ledger. No index can give that order.
 */
export const FIGURE_ORDERS: Record<AffiliateFigure, string> = {
  clicks: `
    SELECT affiliate_id, sum(clicks) AS value
    FROM (
      SELECT click.affiliate_id, count(*) AS clicks FROM ${CLICKS} GROUP BY click.affiliate_id
      UNION ALL
      SELECT total.value, sum(${droppedOf("total")}) FROM ${DROPPED_CLICKS} GROUP BY total.value
    ) counted
    GROUP BY affiliate_id`,
  orders: `SELECT decision.affiliate_id, count(*) AS value FROM ${ORDERS} GROUP BY decision.affiliate_id`,
  expense_amount: earned("expense_amount"),
  commission_amount: earned("amount"),
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

/** The figures of a page of affiliates, in two statements. */
export async function readFigures(sql: Sql, ids: string[], range: FigureRange, now?: Date): Promise<Map<string, AffiliateFigures>> {
  const { currency_code } = range
  const counted = await rows(sql, FIGURES, { ids, ...range })
  const balances = await readBalances(sql, ids, now)
  return new Map(
    counted.map(({ id, ...figures }) => {
      const balance = balances.get(id)?.find((own) => own.currency_code === currency_code)
      return [id, { currency_code, ...figures, available: balance?.available ?? withDigits(exactSum([]), currency_code) }]
    })
  )
}
