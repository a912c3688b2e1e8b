import { filterRows, type Listing } from "../database/page"
import type { CommissionFilters } from "./list-commissions"

/** What finds commissions by a text: by their order, or all of an affiliate's by the code. An array, so that orders are found by their index. */
const OF_ORDER = `commission.order_id = :q_exact OR commission.order_id = ANY(ARRAY(
  SELECT o.id FROM "order" o WHERE o.deleted_at IS NULL
    AND o.display_id = CASE WHEN :q_exact ~ '^#{0,1}[0-9]{1,9}$' THEN ltrim(:q_exact, '#')::int END))`
const OF_AFFILIATE = "commission.affiliate_id = ANY(:q_affiliates)"

export const SEARCHED = `${OF_ORDER} OR ${OF_AFFILIATE}`

/** The filters that say no more than what a total is kept by, apart from a status, which follows from it, and a text. */
const OF_TOTALS: ReadonlySet<string> = new Set([
  "program_id",
  "affiliate_id",
  "currency_code",
  "period",
  "status",
  "q",
  "q_exact",
  "q_affiliates",
])

/** The totals of months under the name of commissions, whose conditions they take. */
export const MONTHS_AS_COMMISSIONS = "(SELECT * FROM affiliate_period_total) commission"

/** Whether filters say no more than the totals of months are kept by. */
export const isOfMonths = (filters: CommissionFilters): boolean =>
  Object.entries(filters).every(([name, value]) => value === undefined || OF_TOTALS.has(name))

/**
 * How many commissions such filters find, from the totals of months, whose columns are called like those of the commissions. Undefined where
 * another filter is given.
 */
export function countCommissions(
  { conditions, orders }: Pick<Listing<CommissionFilters>, "conditions" | "orders">,
  filters: CommissionFilters
): string | undefined {
  if (!isOfMonths(filters)) return undefined
  const where = (q: string): string => filterRows<CommissionFilters>({ conditions: { ...conditions, q }, orders }, filters).where
  const totals = `SELECT coalesce(sum(commission.commission_count), 0)::int AS count
    FROM ${MONTHS_AS_COMMISSIONS} ${where(OF_AFFILIATE)}`
  if (filters.q === undefined) return totals
  return `SELECT (${totals}) + (
    SELECT count(*)::int FROM affiliate_commission commission ${where(`(${OF_ORDER}) AND NOT ${OF_AFFILIATE}`)}) AS count`
}
