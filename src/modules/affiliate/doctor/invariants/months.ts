/**
 * Rows that do not count in the period in which they happened, by the widest bounds the period had, because the program's time zone may have
 * been changed while it was open, and by the present zone. A late change points at the period it corrects and may lie anywhere. So may an order's later row that
 * came too late for a closed period: it counts beside the order's first row and points nowhere.
 */
const COMMISSIONS = `
  SELECT 'outside_its_month' AS problem, commission.program_id, commission.period, commission.order_id, commission.id AS commission_id,
         bounds.starts_at || ' to ' || bounds.ends_at AS expected, commission.occurred_at::text AS found
  FROM affiliate_commission commission
  JOIN affiliate_period period ON period.program_id = commission.program_id AND period.period = commission.period
  LEFT JOIN affiliate_program program ON program.id = commission.program_id
  CROSS JOIN LATERAL (
    SELECT coalesce(period.earliest_start, period.starts_at) AS starts_at, coalesce(period.latest_end, period.ends_at) AS ends_at
  ) bounds
  WHERE commission.corrects_period IS NULL
    AND (commission.occurred_at >= bounds.ends_at OR commission.occurred_at < bounds.starts_at AND commission.sequence = 1)
    AND to_char(commission.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM') IS DISTINCT FROM commission.period`

const LEFT_OPEN = `
  SELECT 'left_open', program_id, period, NULL, NULL, 'closed', 'open since ' || ends_at
  FROM affiliate_period WHERE status = 'open' AND ends_at < :now::timestamptz - interval '1 day'`

/** A correction takes over what the month it corrects decided, so that month has to be closed first. */
const OUT_OF_ORDER = `
  SELECT 'closed_out_of_order', program_id, period, NULL, NULL, 'closed after the months before it',
         'closed at ' || closed_at || ', an earlier month ' || CASE WHEN before = 'infinity' THEN 'is open' ELSE 'at ' || before END
  FROM (
    SELECT program_id, period, status, closed_at,
           max(CASE status WHEN 'closed' THEN closed_at ELSE 'infinity' END)
             OVER (PARTITION BY program_id ORDER BY period ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM affiliate_period
  ) months
  WHERE status = 'closed' AND before > closed_at`

export const MONTHS = [COMMISSIONS, LEFT_OPEN, OUT_OF_ORDER].join(" UNION ALL ")
