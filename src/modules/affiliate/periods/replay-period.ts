import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import {
  normalizeReplay,
  replayTotals,
  type ReplayedFigures,
  type ReplayInput,
  type ReplaySettings,
  type ReplayTotal,
} from "../../../domain/periods/replay"
import { commissionLine } from "../commissions/commission-line"
import { GROUP_MEMBERS } from "../store/group-members"
import { rows, type Sql } from "../database/connection"
import { hasMonthTerms } from "./month-terms"
import { FOLLOWED_ROWS } from "./totals"
import { REPLAYED_MONTHS } from "./replayed-months"
import { replayedRows, type Reading } from "./replayed-rows"
import { unknownIds } from "../store/store-lookups"
import { decimal, integer, oneOf, statement, text } from "../database/row-check"

export interface ReplayRequest extends ReplayInput {
  program_id: string
  /** `YYYY-MM` */
  period: string
}

/** An affiliate's period in one currency: what is recorded, and what it would be under the other settings. */
interface ReplayLine extends ReplayedFigures {
  affiliate_id: string
  affiliate_code: string
  order_count: number
  /** Orders whose recorded commissions can no longer be computed from Medusa's tables. */
  inexact_order_count: number
  difference: string
}

export interface PeriodReplay {
  program_id: string
  period: string
  status: "open" | "closed"
  settings: ReplaySettings
  lines: ReplayLine[]
  totals: ReplayTotal[]
}

/**
 * How the lines of a period's orders are read: all lines of the store at once, where that costs less than looking up as many orders. A page of the
 * table takes about as long to read and join as an order takes to look up, and its size is known without statistics.
 */
const READING = `
  (SELECT CASE WHEN sum(commission_count) > pg_relation_size('order_item') / current_setting('block_size')::int THEN 'at once'
          ELSE 'one by one' END
   FROM affiliate_period_total WHERE program_id = :program_id AND period = :period)`

interface FoundPeriod {
  status: "open" | "closed"
  reading: Reading
  /** Whether tiers, bonuses, limits or a budget may change what its orders earn. */
  has_terms: boolean
}

const PERIOD = `
  SELECT coalesce(period.status, 'open') AS status, ${READING} AS reading, ${hasMonthTerms(":program_id", ":period")} AS has_terms
  FROM affiliate_program program LEFT JOIN affiliate_period period ON period.program_id = program.id AND period.period = :period
  WHERE program.id = :program_id AND program.deleted_at IS NULL`

/**
 * Each row's outcome: in a closed period that of its line, in an open one what the close would decide. Other forbidden groups are judged
 * anew, by their members of now; a row that corrects a closed period keeps the outcome that was decided there.
 */
const DECIDED = `
  forbidden AS (
    SELECT affiliate.id AS affiliate_id FROM judged JOIN affiliate ON affiliate.id = judged.affiliate_id
    WHERE EXISTS (SELECT 1 FROM ${GROUP_MEMBERS} member
                  WHERE member.customer_id = affiliate.customer_id AND member.customer_group_id = ANY(:forbidden_customer_group_ids::text[]))
  ),
  decided AS (
    SELECT followed.id, followed.affiliate_id, followed.order_id, followed.sequence, followed.currency_code, followed.expense_amount,
           followed.amount, followed.attribution_id, followed.kind, followed.order_version, followed.created_at, followed.corrects_period,
           CASE WHEN followed.corrected_outcome IS NOT NULL THEN followed.corrects_period END AS home,
           coalesce(line.outcome, followed.outcome) AS actual_outcome,
           CASE
             WHEN :forbidden_customer_group_ids::text[] IS NULL THEN coalesce(line.outcome, followed.outcome)
             WHEN followed.corrected_outcome IS NOT NULL THEN followed.corrected_outcome
             WHEN coalesce(line.reason, followed.reason) = 'affiliate_deleted' OR forbidden.affiliate_id IS NOT NULL THEN 'withheld'
             ELSE 'credited'
           END AS outcome
    FROM followed
    ${commissionLine("followed")}
    LEFT JOIN forbidden ON forbidden.affiliate_id = followed.affiliate_id
  )`

const exactSum = (of: string, as: string): string => `affiliate_round(sum(${of}), replayed.currency_code)::text AS ${as}`

const ordersAmong = (rows: string): string =>
  `(SELECT count(DISTINCT id)::int FROM unnest(array_agg(replayed.order_id) FILTER (WHERE replayed.${rows})) id)`

/** The lines of a replay, a statement made for how orders are read. Orders are counted without sorting all rows by them. */
export const replayLines = (reading: Reading, hasTerms: boolean) =>
  statement<ReplayLine>(
    `
  WITH ${FOLLOWED_ROWS}, ${DECIDED}, ${replayedRows(reading)},
  ${hasTerms ? `${REPLAYED_MONTHS},` : ""}
  replayed AS (SELECT * FROM replayed_orders ${hasTerms ? "UNION ALL SELECT * FROM replayed_months" : ""})
  SELECT replayed.affiliate_id, affiliate.code AS affiliate_code, replayed.currency_code, replayed.actual_outcome, replayed.outcome,
         ${exactSum("replayed.actual_expense_amount", "actual_expense_amount")}, ${exactSum("replayed.actual_amount", "actual_amount")},
         ${exactSum("replayed.expense_amount", "replayed_expense_amount")}, ${exactSum("replayed.amount", "replayed_amount")},
         ${exactSum("replayed.amount - replayed.actual_amount", "difference")}, ${ordersAmong("is_counted")} AS order_count,
         ${ordersAmong("is_inexact")} AS inexact_order_count
  FROM replayed JOIN affiliate ON affiliate.id = replayed.affiliate_id
  GROUP BY replayed.affiliate_id, affiliate.code, replayed.currency_code, replayed.actual_outcome, replayed.outcome
  ORDER BY replayed.affiliate_id, replayed.currency_code, replayed.actual_outcome, replayed.outcome`,
    z.strictObject({
      affiliate_id: text,
      affiliate_code: text,
      currency_code: text,
      actual_outcome: oneOf("credited", "withheld"),
      outcome: oneOf("credited", "withheld"),
      actual_expense_amount: decimal,
      actual_amount: decimal,
      replayed_expense_amount: decimal,
      replayed_amount: decimal,
      difference: decimal,
      order_count: integer,
      inexact_order_count: integer,
    })
  )

/**
 * What a period would have come to under other settings, in a handful of statements, however many orders it has. Null for an unknown program.
 *
 * @throws InvalidInput naming the wrong field.
 */
export async function replayPeriod(sql: Sql, { program_id, period, ...input }: ReplayRequest): Promise<PeriodReplay | null> {
  const settings = normalizeReplay(input)
  const unknown = await unknownIds(sql, "customer_group", settings.forbidden_customer_group_ids ?? [])
  if (unknown.length > 0) throw new InvalidInput("forbidden_customer_group_ids", `there is no customer group ${unknown.join(", ")}`)
  const [found] = await rows<FoundPeriod>(sql, PERIOD, { program_id, period })
  if (!found) return null
  const reading = settings.rules ? "by line" : found.reading
  const lines = await rows(sql, replayLines(reading, found.has_terms), {
    ...{ program_id, period },
    ...settings,
    rules: settings.rules && JSON.stringify(settings.rules),
  })
  return { program_id, period, status: found.status, settings, lines, totals: replayTotals(lines) }
}
