/**
 * Rows that count in the month in which they happened, by the bounds the month was opened with or, where the program's time zone was changed
 * meanwhile, by the zone of now. A late fact points at the month it corrects and may lie anywhere. So may an order's later row that came too
 * late for a closed month: it counts beside the order's first row and points nowhere.
 */
const COMMISSIONS = `
  SELECT 'outside_its_month' AS problem, c.program_id, c.period, c.order_id, c.id AS commission_id,
         m.starts_at || ' to ' || m.ends_at AS expected, c.occurred_at::text AS found
  FROM affiliate_commission c
  JOIN affiliate_period m ON m.program_id = c.program_id AND m.period = c.period
  LEFT JOIN affiliate_program p ON p.id = c.program_id
  WHERE c.corrects_period IS NULL AND (c.occurred_at >= m.ends_at OR c.occurred_at < m.starts_at AND c.sequence = 1)
    AND to_char(c.occurred_at AT TIME ZONE p.timezone, 'YYYY-MM') IS DISTINCT FROM c.period`

const LEFT_OPEN = `
  SELECT 'left_open', program_id, period, NULL, NULL, 'closed', 'open since ' || ends_at
  FROM affiliate_period WHERE status = 'open' AND ends_at < :now::timestamptz - interval '1 day'`

export const MONTHS = [COMMISSIONS, LEFT_OPEN].join(" UNION ALL ")
