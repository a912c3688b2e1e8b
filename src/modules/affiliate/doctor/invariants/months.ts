/**
 * Rows that do not count in the period in which they happened, by the bounds the period was opened with or, where the program's time zone was
 * changed meanwhile, by the present zone. A late change points at the period it corrects and may lie anywhere. So may an order's later row
 * that came too late for a closed period: it counts beside the order's first row and points nowhere.
 */
const COMMISSIONS = `
  SELECT 'outside_its_month' AS problem, commission.program_id, commission.period, commission.order_id, commission.id AS commission_id,
         period.starts_at || ' to ' || period.ends_at AS expected, commission.occurred_at::text AS found
  FROM affiliate_commission commission
  JOIN affiliate_period period ON period.program_id = commission.program_id AND period.period = commission.period
  LEFT JOIN affiliate_program program ON program.id = commission.program_id
  WHERE commission.corrects_period IS NULL
    AND (commission.occurred_at >= period.ends_at OR commission.occurred_at < period.starts_at AND commission.sequence = 1)
    AND to_char(commission.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM') IS DISTINCT FROM commission.period`

const LEFT_OPEN = `
  SELECT 'left_open', program_id, period, NULL, NULL, 'closed', 'open since ' || ends_at
  FROM affiliate_period WHERE status = 'open' AND ends_at < :now::timestamptz - interval '1 day'`

export const MONTHS = [COMMISSIONS, LEFT_OPEN].join(" UNION ALL ")
