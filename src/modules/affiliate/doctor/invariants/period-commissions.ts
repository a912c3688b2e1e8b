/** Closed months that had tiers, bonuses, a limit or a budget at their end, with the month from which on rows count towards their thresholds. */
const TERMS = `
  terms AS MATERIALIZED (
    SELECT month.program_id, month.period AS home, version.commission_tiers AS tiers, version.affiliate_month_limits AS limits,
           version.new_customer_bonuses AS bonuses, version.welcome_bonuses AS welcomes, version.month_budgets AS budgets,
           CASE version.commission_tiers ->> 'span'
             WHEN 'quarter' THEN to_char(date_trunc('quarter', to_date(month.period, 'YYYY-MM')), 'YYYY-MM')
             WHEN 'lifetime' THEN '0000-01' ELSE month.period END AS first_month
    FROM affiliate_period month
    CROSS JOIN LATERAL affiliate_program_at(
      month.program_id, month.ends_at - interval '1 microsecond') version
    WHERE month.status = 'closed' AND coalesce(version.commission_tiers, version.affiliate_month_limits, version.new_customer_bonuses,
                                               version.welcome_bonuses, version.month_budgets) IS NOT NULL
  )`

/**
 * What each close brought to each month of an affiliate: an order's rows all belong to the month of its first one. A later row may count in an
 * earlier period, where a clock was ahead.
 */
const EVENTS = `
  judged_months AS MATERIALIZED (
    SELECT DISTINCT month.program_id, month.period, line.affiliate_id, line.currency_code
    FROM affiliate_period month JOIN affiliate_period_line line ON line.period_id = month.id
    WHERE month.program_id IN (SELECT program_id FROM terms)
  ),
  order_rows AS (
    SELECT commission.program_id, commission.affiliate_id, commission.currency_code, commission.period, commission.amount,
           commission.expense_amount, commission.order_id, commission.sequence,
           first_value(coalesce(corrected.period, commission.period)) OVER (
             PARTITION BY commission.order_id, commission.affiliate_id ORDER BY commission.sequence) AS home,
           sum(commission.expense_amount) OVER (
             PARTITION BY commission.order_id, commission.affiliate_id ORDER BY commission.period, commission.sequence) AS expense_so_far,
           decision.is_first_order
    FROM affiliate_commission commission
    LEFT JOIN affiliate_attribution decision ON decision.id = commission.attribution_id
    LEFT JOIN judged_months corrected ON corrected.program_id = commission.program_id AND corrected.period = commission.corrects_period
      AND corrected.affiliate_id = commission.affiliate_id AND corrected.currency_code = commission.currency_code
    WHERE commission.program_id IN (SELECT program_id FROM terms)
  ),
  events AS MATERIALIZED (
    SELECT program_id, affiliate_id, currency_code, home, period, sum(expense_amount) AS expense, sum(amount) AS amount,
           sum(change.orders) AS orders, coalesce(sum(change.orders) FILTER (WHERE is_first_order), 0) AS first_orders
    FROM order_rows
    CROSS JOIN LATERAL (SELECT (expense_so_far > 0)::int - (expense_so_far - expense_amount > 0)::int AS orders) change
    GROUP BY program_id, affiliate_id, currency_code, home, period
  )`

/**
 * Each month of an affiliate as it stood at each close that concerns it. A month with a budget concerns everybody who has rows of it, whoever's
 * have changed.
 */
const STATES = `
  affiliate_months AS MATERIALIZED (SELECT DISTINCT program_id, affiliate_id, currency_code, home FROM events),
  changed_months AS MATERIALIZED (
    SELECT DISTINCT own.program_id, own.affiliate_id, own.currency_code, own.home, greatest(event.period, own.home) AS period
    FROM terms
    JOIN affiliate_months own ON own.program_id = terms.program_id AND own.home = terms.home
    JOIN events event ON event.program_id = own.program_id AND event.affiliate_id = own.affiliate_id
      AND (event.currency_code = own.currency_code AND event.home BETWEEN terms.first_month AND terms.home
        OR terms.welcomes IS NOT NULL AND event.home <= terms.home)
    JOIN affiliate_period closed ON closed.program_id = own.program_id AND closed.period = greatest(event.period, terms.home)
      AND closed.status = 'closed'
  ),
  moments AS (
    SELECT * FROM changed_months
    UNION
    SELECT own.program_id, own.affiliate_id, own.currency_code, own.home, shared.period
    FROM (
      SELECT DISTINCT changed.program_id, lower(changed.currency_code) AS currency_code, changed.home, changed.period
      FROM changed_months changed JOIN terms ON terms.program_id = changed.program_id AND terms.home = changed.home
      WHERE terms.budgets IS NOT NULL
    ) shared
    JOIN affiliate_months own ON own.program_id = shared.program_id AND own.home = shared.home AND lower(own.currency_code) = shared.currency_code
  ),
  states AS (
    SELECT moment.*, terms.tiers, terms.limits, terms.bonuses, terms.welcomes, terms.budgets,
           sum(event.amount) FILTER (WHERE event.home = moment.home) AS amount,
           sum(event.first_orders) FILTER (WHERE event.home = moment.home) AS first_orders,
           sum(figure.measured) FILTER (WHERE event.home = moment.home) AS own, coalesce(sum(figure.measured), 0) AS measured
    FROM moments moment
    JOIN terms ON terms.program_id = moment.program_id AND terms.home = moment.home
    JOIN events event ON event.program_id = moment.program_id AND event.affiliate_id = moment.affiliate_id
      AND event.currency_code = moment.currency_code AND event.home BETWEEN terms.first_month AND moment.home
      AND event.period <= moment.period
    CROSS JOIN LATERAL (
      SELECT CASE terms.tiers ->> 'measure' WHEN 'orders' THEN event.orders ELSE event.expense END AS measured
    ) figure
    GROUP BY moment.program_id, moment.affiliate_id, moment.currency_code, moment.home, moment.period, terms.tiers, terms.limits,
             terms.bonuses, terms.welcomes, terms.budgets
  )`

/** The month and currency with an affiliate's first order, as it stood at each close: an order lives from one close to the one that takes it back. */
const FIRSTS = `
  lives AS (
    SELECT program_id, affiliate_id, currency_code, home, period AS since, lead(period) OVER own AS until, sum(orders) OVER own AS orders
    FROM events WINDOW own AS (PARTITION BY program_id, affiliate_id, currency_code, home ORDER BY period)
  ),
  firsts AS (
    SELECT DISTINCT ON (state.program_id, state.affiliate_id, state.period)
           state.program_id, state.affiliate_id, state.period, life.home, life.currency_code
    FROM (SELECT DISTINCT program_id, affiliate_id, period FROM states WHERE welcomes IS NOT NULL) state
    JOIN lives life ON life.program_id = state.program_id AND life.affiliate_id = state.affiliate_id AND life.orders > 0
      AND life.since <= state.period AND (life.until IS NULL OR life.until > state.period)
    LEFT JOIN terms ON terms.program_id = life.program_id AND terms.home = life.home
    ORDER BY state.program_id, state.affiliate_id, state.period, life.home,
             NOT jsonb_exists(coalesce(terms.welcomes, '{}'), lower(life.currency_code)), life.currency_code
  )`

/** The raise of a month, written apart from the close: for what lies beyond, each threshold adds what its raise has more than the one below. */
const RAISE = `
  SELECT affiliate_round(coalesce(CASE state.tiers ->> 'scope'
           WHEN 'whole' THEN state.amount * max(step.raise) FILTER (WHERE state.measured >= step.threshold) / 100
           ELSE affiliate_ratio(state.amount * sum(step.more * least(state.own, greatest(0, state.measured - step.threshold))),
                                100 * nullif(greatest(state.own, 0), 0)) END, 0), state.currency_code) AS raise
  FROM (
    SELECT (tier ->> 'threshold')::numeric AS threshold, (tier ->> 'raise_percent')::numeric AS raise,
           (tier ->> 'raise_percent')::numeric
             - coalesce(lag((tier ->> 'raise_percent')::numeric) OVER (ORDER BY (tier ->> 'threshold')::numeric), 0) AS more
    FROM jsonb_array_elements(state.tiers -> 'tiers') tier
    WHERE coalesce(tier ->> 'currency_code', lower(state.currency_code)) = lower(state.currency_code)
  ) step`

/** What a budget leaves of the first affiliates' months, in whole units of the currency: half a unit more, less what is no whole one. */
const leftOf = (worth: string): string =>
  `div(2 * shared.budget * (${worth}) + shared.everybody * unit.size, 2 * shared.everybody * unit.size) * unit.size`

const EXPECTED = `
  raised AS (
    SELECT state.*, CASE WHEN state.tiers ->> 'after_refund' = 'keep' THEN max(now.raise) OVER so_far ELSE now.raise END AS tier
    FROM states state CROSS JOIN LATERAL (${RAISE}) now
    WINDOW so_far AS (PARTITION BY state.program_id, state.affiliate_id, state.currency_code, state.home ORDER BY state.period)
  ),
  limited AS (
    SELECT raised.*, earned.bonus, earned.welcome, limits.cut, coalesce(earned.whole + limits.cut, 0) AS worth
    FROM raised
    LEFT JOIN firsts ON firsts.program_id = raised.program_id AND firsts.affiliate_id = raised.affiliate_id
      AND firsts.period = raised.period AND firsts.home = raised.home AND firsts.currency_code = raised.currency_code
    CROSS JOIN LATERAL (
      SELECT coalesce(raised.first_orders * (raised.bonuses ->> lower(raised.currency_code))::numeric, 0) AS bonus,
             CASE WHEN firsts.home IS NULL THEN 0
               ELSE coalesce((raised.welcomes ->> lower(raised.currency_code))::numeric, 0) END AS welcome
    ) beside
    CROSS JOIN LATERAL (
      SELECT beside.bonus, beside.welcome, raised.amount + raised.tier + beside.bonus + beside.welcome AS whole
    ) earned
    CROSS JOIN LATERAL (SELECT least(0, coalesce((raised.limits ->> lower(raised.currency_code))::numeric - earned.whole, 0)) AS cut) limits
  ),
  expected AS (
    SELECT shared.program_id, shared.affiliate_id, shared.currency_code, shared.home, shared.period, due.kind,
           due.amount - coalesce(lag(due.amount) OVER (
             PARTITION BY shared.program_id, shared.affiliate_id, shared.currency_code, shared.home, due.kind ORDER BY shared.period), 0) AS amount
    FROM (
      SELECT limited.*, (budgets ->> lower(currency_code))::numeric AS budget, sum(greatest(0, worth)) OVER sharing AS everybody,
             sum(greatest(0, worth)) OVER (sharing ORDER BY affiliate_id, currency_code) AS so_far
      FROM limited WINDOW sharing AS (PARTITION BY program_id, home, period, lower(currency_code))
    ) shared
    CROSS JOIN LATERAL (SELECT power(10::numeric, -affiliate_currency_digits(shared.currency_code)) AS size) unit
    CROSS JOIN LATERAL (
      SELECT CASE WHEN shared.everybody > shared.budget
        THEN ${leftOf("shared.so_far")} - ${leftOf("shared.so_far - greatest(0, shared.worth)")} - greatest(0, shared.worth) ELSE 0 END AS over
    ) budget
    CROSS JOIN LATERAL (
      VALUES ('tier', shared.tier), ('new_customer', shared.bonus), ('welcome', shared.welcome), ('limit', shared.cut),
             ('budget', affiliate_round(budget.over, shared.currency_code))
    ) AS due(kind, amount)
  )`

/** What closes wrote for tiers, bonuses and limits, beside what the rows of orders say of it. */
export const PERIOD_COMMISSIONS = `
  WITH ${TERMS}, ${EVENTS}, ${STATES}, ${FIRSTS}, ${EXPECTED}
  SELECT CASE WHEN coalesce(expected.kind, written.kind) = 'tier' THEN 'tier_differs'
              WHEN coalesce(expected.kind, written.kind) IN ('new_customer', 'welcome') THEN 'bonus_differs'
              ELSE coalesce(expected.kind, written.kind)
                || CASE WHEN coalesce(written.amount, 0) > coalesce(expected.amount, 0) THEN '_passed' ELSE '_differs' END END AS problem,
         coalesce(expected.program_id, written.program_id) AS program_id, coalesce(expected.period, written.period) AS period,
         coalesce(expected.affiliate_id, written.affiliate_id) AS affiliate_id,
         coalesce(expected.currency_code, written.currency_code) AS currency_code,
         coalesce(expected.home, written.corrects_period, written.period) AS corrects_period,
         coalesce(expected.amount, 0)::text AS expected, coalesce(written.amount, 0)::text AS found
  FROM (SELECT * FROM expected WHERE amount <> 0) expected
  FULL JOIN affiliate_period_commission written
    ON written.program_id = expected.program_id AND written.affiliate_id = expected.affiliate_id
    AND written.currency_code = expected.currency_code AND written.period = expected.period
    AND coalesce(written.corrects_period, written.period) = expected.home AND written.kind = expected.kind
  WHERE expected.amount IS DISTINCT FROM written.amount`
