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
 * How many commissions lie in which quarter of an hour, as a query with the bindings of the list: whole quarters from their totals, and the
 * commissions of the two that the limits cut. Undefined where a filter asks for more than the totals know.
 */
export function commissionsByQuarterHour(filters: CommissionFilters): string | undefined {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  if (!given.every(([name]) => KNOWN.includes(name)) || filters.occurred_at?.eq !== undefined) return undefined
  const { from, to } = edgesOf(filters.occurred_at ?? {})
  const named = given.filter(([name]) => name !== "occurred_at").map(([name]) => `${name} = ANY(:${name})`)

  // The first and the last whole quarter begin and end here.
  const begin = from && `affiliate_quarter_hour(${from} + ${QUARTER} - interval '1 microsecond')`
  const end = to && `affiliate_quarter_hour(${to})`
  const select = (fields: string, table: string, conditions: (string | undefined)[]) =>
    `SELECT ${fields} FROM ${table} WHERE ${[...named, ...conditions].filter(Boolean).join(" AND ") || "true"} GROUP BY 1`
  const whole = select("starts_at, sum(commission_count) AS rows", "affiliate_quarter_hour_total", [
    "currency_code IS NOT NULL",
    begin && `starts_at >= ${begin}`,
    end && `starts_at < ${end}`,
  ])
  const part = (conditions: (string | undefined)[]) =>
    select("affiliate_quarter_hour(occurred_at) AS starts_at, count(*) AS rows", "affiliate_commission", [
      from && `occurred_at >= ${from}`,
      to && `occurred_at < ${to}`,
      ...conditions,
    ])
  const parts = [begin && part([`occurred_at < ${begin}`]), end && part([`occurred_at >= ${begin ? `greatest(${begin}, ${end})` : end}`])]
  return `SELECT starts_at, starts_at + ${QUARTER} AS ends_at, rows FROM (${[whole, ...parts].filter(Boolean).join(" UNION ALL ")}) quarter_hour`
}

export function countByQuarterHour(filters: CommissionFilters): string | undefined {
  const stretches = commissionsByQuarterHour(filters)
  return stretches && `SELECT coalesce(sum(rows), 0)::int AS count FROM (${stretches}) stretch`
}
