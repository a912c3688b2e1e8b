import type { CommissionFilters } from "./list-commissions"

type Bounds = NonNullable<CommissionFilters["occurred_at"]>

const QUARTER = "interval '15 minutes'"
/** The filters that the totals of quarter hours can tell apart. */
const KNOWN = ["program_id", "currency_code", "occurred_at"]

/** The first time that the limits let in, and the first one behind it that they do not; times are compared to the millisecond, see `Listing`. */
function edgesOf({ gt, gte, lt, lte }: Bounds): { from?: string; to?: string } {
  const time = (name: keyof Bounds) => `:occurred_at_${name}::timestamptz`
  const next = (name: keyof Bounds) => `${time(name)} + interval '1 millisecond'`
  const from = [gte && time("gte"), gt && next("gt")].filter(Boolean)
  const to = [lt && time("lt"), lte && next("lte")].filter(Boolean)
  return {
    ...(from.length > 0 && { from: `greatest(${from.join(", ")})` }),
    ...(to.length > 0 && { to: `least(${to.join(", ")})` }),
  }
}

/**
 * Where the commissions of some filters are added up: whole quarters of an hour in their totals, and those that the limits cut in the table
 * itself, each as FROM with its WHERE, with the bindings of the list. Undefined where a filter asks for more than the totals know.
 */
function partsOf(filters: CommissionFilters): { whole: string; cut: string[] } | undefined {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  if (!given.every(([name]) => KNOWN.includes(name)) || filters.occurred_at?.eq !== undefined) return undefined
  const { from, to } = edgesOf(filters.occurred_at ?? {})
  const named = given.filter(([name]) => name !== "occurred_at").map(([name]) => `${name} = ANY(:${name})`)

  // The first and the last whole quarter begin and end here.
  const begin = from && `affiliate_quarter_hour(${from} + ${QUARTER} - interval '1 microsecond')`
  const end = to && `affiliate_quarter_hour(${to})`
  const part = (table: string, conditions: (string | undefined)[]) =>
    `${table} WHERE ${[...named, ...conditions].filter(Boolean).join(" AND ") || "true"}`
  const cut = (condition: string) =>
    part("affiliate_commission", [from && `occurred_at >= ${from}`, to && `occurred_at < ${to}`, condition])
  return {
    whole: part("affiliate_quarter_hour_total", [
      "currency_code IS NOT NULL",
      begin && `starts_at >= ${begin}`,
      end && `starts_at < ${end}`,
    ]),
    cut: [
      ...(begin ? [cut(`occurred_at < ${begin}`)] : []),
      ...(end ? [cut(`occurred_at >= ${begin ? `greatest(${begin}, ${end})` : end}`)] : []),
    ],
  }
}

/** How many commissions lie in which quarter of an hour: a query for `Listing.stretches`. */
export function commissionsByQuarterHour(filters: CommissionFilters): string | undefined {
  const parts = partsOf(filters)
  if (!parts) return undefined
  const all = [
    `SELECT starts_at, sum(commission_count) AS rows FROM ${parts.whole} GROUP BY 1`,
    ...parts.cut.map((cut) => `SELECT affiliate_quarter_hour(occurred_at) AS starts_at, count(*) AS rows FROM ${cut} GROUP BY 1`),
  ]
  return `SELECT starts_at, starts_at + ${QUARTER} AS ends_at, rows FROM (${all.join(" UNION ALL ")}) quarter_hour`
}

export function countByQuarterHour(filters: CommissionFilters): string | undefined {
  const stretches = commissionsByQuarterHour(filters)
  return stretches && `SELECT coalesce(sum(rows), 0)::int AS count FROM (${stretches}) stretch`
}

/** What the commissions come to by currency, as a query. `order_count` counts the orders whose first commission is among them. */
export function sumsByQuarterHour(filters: CommissionFilters): string | undefined {
  const parts = partsOf(filters)
  if (!parts) return undefined
  const all = [
    `SELECT currency_code, commission_count, order_count, expense_amount, amount FROM ${parts.whole}`,
    ...parts.cut.map((cut) => `SELECT currency_code, 1, (sequence = 1)::int, expense_amount, amount FROM ${cut}`),
  ]
  return `
    SELECT currency_code, sum(commission_count) AS commission_count, sum(order_count) AS order_count, sum(expense_amount) AS expense_amount,
           sum(amount) AS amount
    FROM (${all.join(" UNION ALL ")}) part GROUP BY currency_code`
}

/**
 * What affiliates' commissions from `:starts_at` to `:ends_at` come to in `:currency_code`, as a query with `affiliate_id`, `orders` (by their
 * first commission), `expense` and `commission`: whole days of UTC from their totals, and the commissions of the days that the range cuts.
 *
 * @param isWanted SQL over columns that commissions and totals have.
 */
export const earnedByAffiliates = (isWanted = "true"): string => {
  const wanted = `currency_code = :currency_code AND ${isWanted}`
  const begin = `((:starts_at::timestamptz + interval '1 day' - interval '1 microsecond') AT TIME ZONE 'UTC')::date`
  const end = `(:ends_at::timestamptz AT TIME ZONE 'UTC')::date`
  const part = (from: string, to: string) => `
      SELECT affiliate_id, (sequence = 1)::int, expense_amount, amount FROM affiliate_commission
      WHERE occurred_at >= ${from} AND occurred_at < ${to} AND ${wanted}`
  const midnight = (day: string) => `${day}::timestamp AT TIME ZONE 'UTC'`
  return `
    SELECT affiliate_id, sum(order_count)::int AS orders, sum(expense_amount) AS expense, sum(amount) AS commission
    FROM (
      SELECT affiliate_id, order_count, expense_amount, amount FROM affiliate_day_total WHERE day >= ${begin} AND day < ${end} AND ${wanted}
      UNION ALL ${part(":starts_at", `least(${midnight(begin)}, :ends_at)`)}
      UNION ALL ${part(`greatest(${midnight(begin)}, ${midnight(end)})`, ":ends_at")}
    ) earned
    GROUP BY affiliate_id`
}
