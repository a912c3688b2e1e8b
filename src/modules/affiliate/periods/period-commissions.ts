import { isCurrentDecision } from "../attribution/current"
import { boundsOf } from "./bounds"

/**
 * The month whose orders a row belongs to, as SQL: the closed one that it corrects, where that one had a line of the affiliate's in the
 * currency, or else its own. All of an affiliate's rows of an order have the same one, so that what it added up to is taken back with it.
 */
export const homeOf = (row: string, programId: string, period: string): string => `
  CASE WHEN ${row}.corrects_period IS NOT NULL AND EXISTS (
    SELECT 1 FROM affiliate_period before JOIN affiliate_period_line decided ON decided.period_id = before.id
    WHERE before.program_id = ${programId} AND before.period = ${row}.corrects_period
      AND decided.affiliate_id = ${row}.affiliate_id AND decided.currency_code = ${row}.currency_code)
  THEN ${row}.corrects_period ELSE ${period} END`

/** The first month whose orders count towards the thresholds of a month's tiers, as SQL. */
export const spanStartOf = (tiers: string, period: string): string => `
  CASE ${tiers} ->> 'span'
    WHEN 'lifetime' THEN '' WHEN 'quarter' THEN to_char(date_trunc('quarter', to_date(${period}, 'YYYY-MM')), 'YYYY-MM')
    ELSE ${period} END`

/**
 * The months up to a period that have tiers, bonuses, limits or a budget, as the CTE `home_terms`: each by the settings that held at its end. `span_start` is
 * the first month that counts towards its thresholds; `read_from` the first whose rows are read: which month brings the welcome bonus depends on
 * all of an affiliate's earlier months.
 */
export const homeTermsOf = (programId: string, period: string): string => `
  home_terms AS MATERIALIZED (
    SELECT month.period AS home, version.commission_tiers AS tiers, version.affiliate_month_limits AS limits,
           version.month_budgets AS budgets, version.new_customer_bonuses, version.welcome_bonuses,
           version.commission_tiers ->> 'measure' = 'orders'
             OR coalesce(version.new_customer_bonuses, version.welcome_bonuses) IS NOT NULL AS counts_orders,
           span.start AS span_start, CASE WHEN version.welcome_bonuses IS NULL THEN span.start ELSE '' END AS read_from
    FROM (
      SELECT past.period, past.ends_at FROM affiliate_period past
      WHERE past.program_id = ${programId} AND past.period < ${period} AND past.status = 'closed'
      UNION ALL
      SELECT ${period}, ${boundsOf(period, "program.timezone").ends_at} FROM affiliate_program program WHERE program.id = ${programId}
    ) month
    CROSS JOIN LATERAL affiliate_program_at(${programId}, month.ends_at - interval '1 microsecond') version
    CROSS JOIN LATERAL (SELECT ${spanStartOf("version.commission_tiers", "month.period")} AS start) span
    WHERE coalesce(version.commission_tiers, version.affiliate_month_limits, version.month_budgets, version.new_customer_bonuses,
                   version.welcome_bonuses) IS NOT NULL
  )`

/** Of a month's tiers, those whose threshold is reached. */
const REACHED = "FILTER (WHERE tier.threshold <= month.measured)"

/** What the tiers of a month add to it, before rounding, and the highest threshold that is reached. */
const RAISED = `
  CROSS JOIN LATERAL (
    SELECT max(tier.threshold) ${REACHED} AS threshold,
           max(tier.raise_percent) ${REACHED} AS raise_percent,
           CASE month.tiers ->> 'scope'
             WHEN 'whole' THEN month.amount * max(tier.raise_percent) ${REACHED} / 100
             ELSE affiliate_ratio(month.amount * sum(greatest(0, least(month.measured, tier.next_threshold)
                                                               - greatest(month.measured_before, tier.threshold)) * tier.raise_percent),
                                  100 * CASE WHEN month.own_measured > 0 THEN month.own_measured END) END AS amount
    FROM (
      SELECT given.threshold, given.raise_percent, lead(given.threshold) OVER (ORDER BY given.threshold) AS next_threshold
      FROM jsonb_to_recordset(month.tiers -> 'tiers') AS given(currency_code text, threshold numeric, raise_percent numeric)
      WHERE coalesce(given.currency_code, lower(month.currency_code)) = lower(month.currency_code)
    ) tier
  ) raised`

/**
 * What earlier closes have written for a month, looked up along an index: PostgreSQL takes these months for a handful, and would add up what was
 * written for everybody again for each of them.
 */
const writtenBefore = (programId: string, period: string): string => `
  SELECT sum(written.amount) FILTER (WHERE written.kind = 'tier') AS tier, sum(written.amount) FILTER (WHERE written.kind = 'limit') AS taken_off,
         sum(written.amount) FILTER (WHERE written.kind = 'new_customer') AS new_customer,
         sum(written.amount) FILTER (WHERE written.kind = 'welcome') AS welcome,
         sum(written.amount) FILTER (WHERE written.kind = 'budget') AS over_budget
  FROM affiliate_period_commission written
  WHERE written.affiliate_id = month.affiliate_id AND written.period >= month.home AND written.period < ${period}
    AND written.program_id = ${programId} AND written.currency_code = month.currency_code
    AND coalesce(written.corrects_period, written.period) = month.home`

/** What a budget leaves of the first affiliates' months together, rounded, so that what it leaves of all of them is the budget. */
const leftOf = (worth: string): string =>
  `affiliate_round(affiliate_ratio(month.budget * (${worth}), month.everybody), month.currency_code)`

/**
 * What each affiliate's month is worth after its limit, and what the budget keeps of it: where all of them come to more, each has the same part,
 * rounded along the affiliates. A month below zero makes no room for the others.
 */
const SHARED = `
  limited_months AS (
    SELECT month.*, whole.amount AS whole, least(whole.amount, month.month_limit) AS worth
    FROM raised_months month
    CROSS JOIN LATERAL (SELECT month.amount + month.tier + month.new_customer + month.welcome AS amount) whole
  ),
  shared_months AS (
    SELECT month.*, CASE WHEN month.everybody > month.budget
             THEN ${leftOf("month.so_far")} - ${leftOf("month.so_far - greatest(0, month.worth)")}
             ELSE greatest(0, month.worth) END AS kept
    FROM (
      SELECT *, sum(greatest(0, worth)) OVER everybody AS everybody,
             sum(greatest(0, worth)) OVER (everybody ORDER BY affiliate_id, currency_code) AS so_far
      FROM limited_months WINDOW everybody AS (PARTITION BY home, lower(currency_code))
    ) month
  )`

/**
 * What the orders of an affiliate's month earn together beside what each of them earns, as the CTE `period_commissions`: tiers raise it, new
 * customers and an affiliate's first month bring bonuses, and the limit of the month takes off what lies above all of it, and then the budget
 * what lies above that of all affiliates. For each month that rows of the period belong to, and for later months whose thresholds, bonuses or
 * budgets depend on them too, it is computed anew, and a row says what has changed since the last close. So a refund after the close never
 * changes the closed month.
 *
 * A preview with an earlier month still open leaves that month's corrections of closed months to its own close.
 *
 * With a budget, what one affiliate earns depends on all of them: from the first month with one, everybody's months are computed.
 *
 * Of what is computed on the way PostgreSQL expects few rows, and of fresh tables too: `offset 0` keeps a look-up to the one index that answers it,
 * and nothing of all affiliates is joined with all affiliates row by row.
 *
 * Preview and close read this one CTE. Where no month of the program has any of these, nothing is read of the commissions.
 *
 * @param commissions SQL of the period's rows: `affiliate_id, currency_code, order_id, corrects_period, expense_amount`. Reads a CTE `summed`
 * of their sums.
 */
export const periodCommissionsOf = (programId: string, period: string, commissions: string): string => `
  ${homeTermsOf(programId, period)},
  own_months AS MATERIALIZED (
    SELECT summed.affiliate_id, summed.currency_code, ${homeOf("summed", programId, period)} AS home, summed.expense_amount, summed.amount
    FROM summed WHERE EXISTS (SELECT 1 FROM home_terms)
  ),
  sharing_months AS MATERIALIZED (
    SELECT affiliate_id, currency_code, home FROM own_months
    UNION
    SELECT sharing.affiliate_id, sharing.currency_code, first.home
    FROM (
      SELECT min(home) AS home FROM home_terms WHERE budgets IS NOT NULL AND home >= (SELECT min(home) FROM own_months)
    ) first
    JOIN affiliate_period_total sharing
      ON sharing.program_id = ${programId} AND sharing.period >= first.home AND sharing.period < ${period}
  ),
  touched_months AS (
    SELECT affiliate_id, currency_code, home FROM sharing_months
    UNION ALL
    SELECT own.affiliate_id, other.currency_code, own.home
    FROM (SELECT affiliate_id, min(home) AS home FROM sharing_months GROUP BY affiliate_id) own
    CROSS JOIN LATERAL (
      SELECT DISTINCT currency_code FROM affiliate_commission earlier WHERE earlier.affiliate_id = own.affiliate_id AND earlier.period < ${period}
    ) other
    WHERE EXISTS (SELECT 1 FROM home_terms WHERE welcome_bonuses IS NOT NULL)
  ),
  concerned AS MATERIALIZED (
    SELECT touched.affiliate_id, touched.currency_code, touched.home, min(terms.read_from) AS since
    FROM (SELECT affiliate_id, currency_code, min(home) AS home FROM touched_months GROUP BY affiliate_id, currency_code) touched
    JOIN home_terms terms ON terms.home >= touched.home
    GROUP BY touched.affiliate_id, touched.currency_code, touched.home
  ),
  earlier_rows AS MATERIALIZED (
    SELECT earlier.affiliate_id, earlier.currency_code, earlier.order_id, earlier.expense_amount, earlier.amount, belongs.home
    FROM concerned
    CROSS JOIN LATERAL (
      SELECT * FROM affiliate_commission WHERE affiliate_id = concerned.affiliate_id AND concerned.since < ${period} OFFSET 0
    ) earlier
    CROSS JOIN LATERAL (SELECT ${homeOf("earlier", programId, "earlier.period")} AS home OFFSET 0) belongs
    WHERE earlier.currency_code = concerned.currency_code AND earlier.program_id = ${programId}
      AND earlier.period >= concerned.since AND earlier.period < ${period}
      AND (belongs.home = earlier.period OR EXISTS (
        SELECT 1 FROM affiliate_period before
        WHERE before.program_id = ${programId} AND before.period = earlier.period AND before.status = 'closed'))
  ),
  counted_orders AS (
    SELECT ordered.affiliate_id, ordered.currency_code, ordered.home, count(*) AS orders,
           count(*) FILTER (WHERE decision.is_first_order) AS new_customers
    FROM (
      SELECT affiliate_id, currency_code, home, order_id FROM (
        SELECT affiliate_id, currency_code, home, order_id, expense_amount FROM earlier_rows
        UNION ALL
        SELECT own.affiliate_id, own.currency_code, ${homeOf("own", programId, period)}, own.order_id, own.expense_amount
        FROM (${commissions}) own
      ) both_parts
      WHERE EXISTS (SELECT 1 FROM home_terms WHERE counts_orders)
      GROUP BY affiliate_id, currency_code, home, order_id HAVING sum(expense_amount) > 0
    ) ordered
    LEFT JOIN LATERAL (
      SELECT is_first_order FROM affiliate_attribution decision
      WHERE decision.order_id = ordered.order_id AND ${isCurrentDecision("decision")}
        AND EXISTS (SELECT 1 FROM home_terms WHERE new_customer_bonuses IS NOT NULL) OFFSET 0
    ) decision ON true
    GROUP BY ordered.affiliate_id, ordered.currency_code, ordered.home
  ),
  worth_months AS MATERIALIZED (
    SELECT month.*,
           month.orders > 0 AND EXISTS (SELECT 1 FROM home_terms WHERE welcome_bonuses IS NOT NULL) AND row_number() OVER (
             PARTITION BY affiliate_id ORDER BY (month.orders > 0) DESC, month.home,
                          (terms.welcome_bonuses ->> lower(month.currency_code)) IS NULL, month.currency_code) = 1 AS is_first
    FROM (
      SELECT affiliate_id, currency_code, home, sum(expense_amount) AS expense_amount, sum(amount) AS amount, sum(orders) AS orders,
             sum(new_customers) AS new_customers
      FROM (
        SELECT affiliate_id, currency_code, home, expense_amount, amount, 0 AS orders, 0 AS new_customers FROM own_months
        UNION ALL SELECT affiliate_id, currency_code, home, expense_amount, amount, 0, 0 FROM earlier_rows
        UNION ALL SELECT affiliate_id, currency_code, home, 0, 0, orders, new_customers FROM counted_orders
      ) parts
      GROUP BY affiliate_id, currency_code, home
    ) month
    LEFT JOIN home_terms terms ON terms.home = month.home
  ),
  measured_months AS (
    SELECT own.affiliate_id, own.currency_code, own.home, own.amount, own.new_customers, own.is_first, terms.tiers,
           coalesce((terms.new_customer_bonuses ->> lower(own.currency_code))::numeric, 0) AS customer_bonus,
           coalesce((terms.welcome_bonuses ->> lower(own.currency_code))::numeric, 0) AS welcome_bonus,
           (terms.limits ->> lower(own.currency_code))::numeric AS month_limit,
           (terms.budgets ->> lower(own.currency_code))::numeric AS budget, terms.tiers ->> 'measure' AS measure,
           own.measured AS own_measured, own.measured + own.measured_before AS measured, own.measured_before
    FROM (
      SELECT own.affiliate_id, own.currency_code, own.home, own.amount, own.new_customers, own.is_first,
             sum(figure.measured) FILTER (WHERE counted.home = own.home) AS measured,
             coalesce(sum(figure.measured) FILTER (WHERE counted.home < own.home), 0) AS measured_before
      FROM concerned
      JOIN worth_months own
        ON own.affiliate_id = concerned.affiliate_id AND own.currency_code = concerned.currency_code AND own.home >= concerned.home
      JOIN home_terms terms ON terms.home = own.home
      JOIN worth_months counted ON counted.affiliate_id = own.affiliate_id AND counted.currency_code = own.currency_code
        AND counted.home BETWEEN terms.span_start AND own.home
      CROSS JOIN LATERAL (
        SELECT CASE terms.tiers ->> 'measure' WHEN 'orders' THEN counted.orders ELSE counted.expense_amount END AS measured
      ) figure
      GROUP BY own.affiliate_id, own.currency_code, own.home, own.amount, own.new_customers, own.is_first
    ) own
    JOIN home_terms terms ON terms.home = own.home
  ),
  raised_months AS (
    SELECT month.*, raised.threshold, raised.raise_percent, coalesce(before.tier, 0) AS tier_before,
           coalesce(before.taken_off, 0) AS taken_off_before, coalesce(before.over_budget, 0) AS over_budget_before,
           month.new_customers * month.customer_bonus AS new_customer,
           coalesce(before.new_customer, 0) AS new_customer_before,
           CASE WHEN month.is_first THEN month.welcome_bonus ELSE 0 END AS welcome, coalesce(before.welcome, 0) AS welcome_before,
           CASE WHEN month.tiers ->> 'after_refund' = 'keep' AND month.home < ${period}
             THEN greatest(tier.amount, coalesce(before.tier, 0)) ELSE tier.amount END AS tier
    FROM measured_months month
    ${RAISED}
    CROSS JOIN LATERAL (SELECT affiliate_round(coalesce(raised.amount, 0), month.currency_code) AS amount) tier
    CROSS JOIN LATERAL (${writtenBefore(programId, period)}) before
  ),
  ${SHARED},
  period_commissions AS MATERIALIZED (
    SELECT month.affiliate_id, month.currency_code, nullif(month.home, ${period}) AS corrects_period, part.*
    FROM shared_months month
    CROSS JOIN LATERAL (
      SELECT 'tier' AS kind, month.tier - month.tier_before AS amount, month.amount AS base_amount, month.measure, month.measured,
             month.threshold, month.raise_percent
      UNION ALL
      SELECT 'new_customer', month.new_customer - month.new_customer_before, month.customer_bonus, 'orders', month.new_customers, NULL, NULL
      UNION ALL
      SELECT 'welcome', month.welcome - month.welcome_before, month.welcome_bonus, NULL, NULL, NULL, NULL
      UNION ALL
      SELECT 'limit', -greatest(0, month.whole - coalesce(month.month_limit, 'infinity')) - month.taken_off_before, month.whole, NULL, NULL,
             month.month_limit, NULL
      UNION ALL
      SELECT 'budget', month.kept - greatest(0, month.worth) - month.over_budget_before, month.worth, NULL, month.everybody, month.budget, NULL
    ) part
    WHERE part.amount <> 0
  )`
