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

const monthOf = (day: string): string => `date_trunc('month', (${day})::timestamp)::date`
const partOf = (day: string): string => `affiliate_part_of_month(${day})`
/** Where a span begins that begins on the day or after it. */
const nextMonth = (day: string): string => `(${monthOf(`${day} - 1`)} + interval '1 month')::date`
const nextPart = (day: string): string => `least(${partOf(`${day} - 1`)} + 8, ${nextMonth(day)})`

/** The day of UTC whose beginning is nearest to a time, and that beginning, unless no day lies between both ends. */
const dayNear = (time: string): string => `(${time}::timestamptz AT TIME ZONE 'UTC' + interval '12 hours')::date`
const FIRST_DAY = dayNear(":starts_at")
const END_DAY = dayNear(":ends_at")
const beginningOf = (day: string): string =>
  `CASE WHEN ${FIRST_DAY} = ${END_DAY} THEN :ends_at::timestamptz ELSE ${day}::timestamp AT TIME ZONE 'UTC' END`
const signOf = (one: string, other: string): string => `CASE WHEN ${one} < ${other} THEN 1 ELSE -1 END`

/** How many days that may have rows lie between two: none behind today. */
const between = (one: string, other: string): string => {
  const known = (day: string) => `least(${day}, (statement_timestamp() AT TIME ZONE 'UTC')::date + 1)`
  return `abs(${known(one)} - ${known(other)})`
}

/**
 * The CTE `way`: how to come from `first_day` to `end_day` with fewest rows. Days lead to `first_part`, parts of months to `first_month`, months to
 * `end_month`, parts to `end_part`, and days to the end. Each stretch may be empty, or lead back: then it is taken off.
 */
const WAY = `
    way AS MATERIALIZED (
      SELECT days.*, stops.*
      FROM (SELECT ${FIRST_DAY} AS first_day, ${END_DAY} AS end_day) days
      CROSS JOIN LATERAL (
        SELECT first_part, first_month, end_month, end_part
        FROM (VALUES (${partOf("first_day")}), (${nextPart("first_day")})) begun(first_part),
             (VALUES (${partOf("end_day")}), (${nextPart("end_day")})) ended(end_part),
             LATERAL (
               SELECT first_month, end_month
               FROM (VALUES (${monthOf("first_day")}), (${nextMonth("first_day")})) begun(first_month),
                    (VALUES (${monthOf("end_day")}), (${nextMonth("end_day")})) ended(end_month)
               WHERE first_month < end_month
               UNION ALL SELECT end_part, end_part
             ) months
        UNION ALL SELECT end_day, end_day, end_day, end_day
      ) stops
      ORDER BY ${between("first_day", "first_part")} + ${between("end_part", "end_day")}
        + (${between("first_part", "first_month")} + ${between("end_month", "end_part")}) / 8.0 + ${between("first_month", "end_month")} / 30.0
      LIMIT 1
    )`

/**
 * What affiliates' commissions from `:starts_at` to `:ends_at` come to in `:currency_code`, as a query with `affiliate_id`, `orders` (by their
 * first commission), `expense` and `commission`: whole months of UTC, parts of months and days, what is not merged into them, and the commissions
 * between either end and the nearest midnight. `OFFSET` has each stretch looked up by an index: PostgreSQL cannot tell how long it is, nor that little is
 * not merged.
 *
 * @param isWanted SQL over columns that commissions and totals have.
 */
export const earnedByAffiliates = (isWanted = "true"): string => {
  const wanted = `currency_code = :currency_code AND ${isWanted}`
  const stretches = (legs: string, table: string, from: string, condition: string) => `
      SELECT affiliate_id, sign * order_count, sign * expense_amount, sign * amount
      FROM way
      CROSS JOIN LATERAL (VALUES ${legs}) leg(span, one, other)
      CROSS JOIN LATERAL (
        SELECT ${signOf("leg.one", "leg.other")} AS sign, affiliate_id, order_count, expense_amount, amount
        FROM ${table}
        WHERE ${from} >= least(leg.one, leg.other) AND ${from} < greatest(leg.one, leg.other) AND ${condition} AND ${wanted}
        OFFSET 0
      ) total
      WHERE leg.one <> leg.other`
  const cut = (one: string, other: string) => `
      SELECT affiliate_id, sign * (sequence = 1)::int, sign * expense_amount, sign * amount
      FROM (SELECT *, ${signOf(one, other)} AS sign FROM affiliate_commission) commission
      WHERE occurred_at >= least(${one}, ${other}) AND occurred_at < greatest(${one}, ${other}) AND ${wanted}`
  return `
    WITH ${WAY}
    SELECT affiliate_id, sum(order_count)::int AS orders, sum(expense_amount) AS expense, sum(amount) AS commission
    FROM (
      SELECT affiliate_id, order_count, expense_amount, amount
      FROM way
      JOIN (SELECT * FROM affiliate_day_total WHERE NOT is_merged OFFSET 0) total ON total.day >= way.first_day AND total.day < way.end_day
      WHERE ${wanted}
      UNION ALL ${stretches(
        "('month', first_month, end_month), ('part', first_part, first_month), ('part', end_month, end_part)",
        "affiliate_span_total",
        "starts_on",
        "span = leg.span"
      )}
      UNION ALL ${stretches("('day', first_day, first_part), ('day', end_part, end_day)", "affiliate_day_total", "day", "is_merged")}
      UNION ALL ${cut(":starts_at::timestamptz", beginningOf(FIRST_DAY))}
      UNION ALL ${cut(beginningOf(END_DAY), ":ends_at::timestamptz")}
    ) earned
    GROUP BY affiliate_id`
}
