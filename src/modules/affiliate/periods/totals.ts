import { outcomeOfCorrectedPeriod } from "../commissions/commission-line"
import { periodCommissionsOf } from "./period-commissions"
import { GROUP_MEMBERS } from "../store/group-members"

const commissionsOf = (programId: string, period: string): string =>
  `FROM affiliate_commission commission WHERE commission.program_id = ${programId} AND commission.period = ${period}`

/**
 * What the close would decide about each affiliate with commissions in the period, as a CTE `judged`. Affiliates in a group the program
 * forbids are not rewarded, and neither are deleted affiliates.
 *
 * @param earners a table with their `affiliate_id`.
 */
const judgedOf = (programId: string, earners: string): string => `
  judged AS MATERIALIZED (
    SELECT affiliate.id AS affiliate_id, judgement.reason, CASE WHEN judgement.reason IS NULL THEN 'credited' ELSE 'withheld' END AS outcome
    FROM (SELECT DISTINCT affiliate_id FROM ${earners}) earners
    CROSS JOIN LATERAL (SELECT * FROM affiliate WHERE id = earners.affiliate_id LIMIT 1) affiliate
    JOIN affiliate_program program ON program.id = ${programId}
    CROSS JOIN LATERAL (
      SELECT CASE WHEN affiliate.deleted_at IS NOT NULL THEN 'affiliate_deleted'
               WHEN EXISTS (
                 SELECT 1 FROM affiliate_program_customer_group program_group
                 JOIN ${GROUP_MEMBERS} member ON member.customer_group_id = program_group.customer_group_id
                 WHERE program_group.program_id = program.id AND program_group.access = 'forbidden' AND program_group.deleted_at IS NULL
                   AND member.customer_id = affiliate.customer_id
               ) THEN 'forbidden_customer_group' END AS reason
    ) judgement
  )`

/** Whether an amount is on hold follows from it: the end of the period plus the hold period. */
const availableAt = (programId: string, period: string): string => `
  SELECT ((to_date(${period}, 'YYYY-MM') + interval '1 month')::timestamp + make_interval(days => program.hold_period_days)) AT TIME ZONE program.timezone
  FROM affiliate_program program WHERE program.id = ${programId}`

/**
 * Joins the judgement of this period, and, for what corrects a closed period, the outcome that was judged there, whatever groups the affiliate
 * is in now: what was never credited is not taken back, and what was credited is. Everybody has a judgement: the join is a full one because those are
 * never done row by row, however few rows PostgreSQL expects of a CTE.
 *
 * @param of a table with the columns of `affiliate_commission` that name program, affiliate, currency and corrected period.
 */
export const followingOf = (of: string): string => `
  FULL JOIN judged ON judged.affiliate_id = ${of}.affiliate_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN ${of}.corrects_period IS NOT NULL THEN (${outcomeOfCorrectedPeriod(of, "ARRAY[decided.outcome, decided.reason]")}) END AS decided
    OFFSET 0
  ) corrected
  CROSS JOIN LATERAL (SELECT coalesce(corrected.decided[1], judged.outcome) AS outcome) following`

const REASON = `CASE following.outcome WHEN 'withheld' THEN coalesce(corrected.decided[2], judged.reason) END`

const keptTotals = (programId: string, period: string): string => `
    SELECT program_id, affiliate_id, currency_code, corrects_period, expense_amount, amount, commission_count, order_count
    FROM affiliate_period_total WHERE program_id = ${programId} AND period = ${period}`

/** Tiers, bonuses and limits look at sums; without them rows are added up once, in `totals`. */
const withTerms = (programId: string, period: string): string => `
  summed AS MATERIALIZED (
    SELECT program_id, affiliate_id, currency_code, corrects_period, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
           sum(commission_count) AS commission_count, sum(order_count) AS order_count
    FROM (${keptTotals(programId, period)}) kept
    GROUP BY program_id, affiliate_id, currency_code, corrects_period
  ),
  ${periodCommissionsOf(programId, period, `SELECT commission.* ${commissionsOf(programId, period)}`)},
  earned AS (
    SELECT * FROM summed
    UNION ALL SELECT ${programId}, affiliate_id, currency_code, corrects_period, affiliate_round(0, currency_code), amount, 0, 0 FROM period_commissions
  )`

const earnedOf = (programId: string, period: string, hasTerms: boolean): string => `
  ${hasTerms ? withTerms(programId, period) : `earned AS MATERIALIZED (${keptTotals(programId, period)})`},
  ${judgedOf(programId, "earned")}`

/** The same as what `totalsOf` adds up to lines, for sums that cross affiliates: a query of `affiliate_id`, `currency_code`, `outcome` and figures. */
export const partsOf = (programId: string, period: string, hasTerms: boolean): string => `
  WITH ${earnedOf(programId, period, hasTerms)}
  SELECT earned.affiliate_id, earned.currency_code, following.outcome, earned.expense_amount, earned.amount, earned.order_count
  FROM earned ${followingOf("earned")}`

/**
 * What a period's commissions add up to for each affiliate and currency, credited or withheld with the reason. Preview and close read this
 * one CTE, so that they cannot disagree. Takes SQL for the program and the period; ends in `totals`. `is_judged` tells the line of this period's
 * own judgement from one that follows a corrected period.
 *
 * The commissions were added up when they were recorded (`migrations/sql/period-totals.ts`), so that a close costs affiliates and not orders.
 * An order counts with the first of its rows in the period: all of an affiliate's rows of an order correct the same period, or none that
 * judged anything, and so come into one line. What tiers, bonuses, limits and a budget make of the months that they belong to comes into the same lines.
 *
 * @param hasTerms what `findMonthTerms` says; without any of these there is no CTE `period_commissions`.
 */
export const totalsOf = (programId: string, period: string, hasTerms: boolean): string => `
  ${earnedOf(programId, period, hasTerms)},
  totals AS (
    SELECT ${programId} AS program_id, earned.affiliate_id, earned.currency_code, following.outcome, min(${REASON}) AS reason,
           bool_or(following.outcome = judged.outcome) AS is_judged, (${availableAt(programId, period)}) AS available_at,
           sum(earned.expense_amount) AS expense_amount, sum(earned.amount) AS amount, sum(earned.commission_count)::int AS commission_count,
           sum(earned.order_count)::int AS order_count
    FROM earned ${followingOf("earned")}
    GROUP BY earned.affiliate_id, earned.currency_code, following.outcome
  )`

/** The totals of the program `:program_id` in `:period`. */
export const periodTotals = (hasTerms: boolean): string => totalsOf(":program_id", ":period", hasTerms)

const COMMISSIONS = commissionsOf(":program_id", ":period")

/** The commissions of `:program_id` in `:period` one by one, each with the outcome it has in the totals; ends in `followed`. */
export const FOLLOWED_ROWS = `
  ${judgedOf(":program_id", `(SELECT commission.affiliate_id ${COMMISSIONS}) commissions`)},
  followed AS (
    SELECT commission.*, corrected.decided[1] AS corrected_outcome, following.outcome, ${REASON} AS reason
    FROM (SELECT commission.* ${COMMISSIONS}) commission ${followingOf("commission")}
  )`
