/** Orders that could not be recorded, with the error. */
export const QUARANTINE = `
  SELECT 'quarantined' AS problem, order_id, attempts, 'recorded' AS expected, left(error, 500) AS found
  FROM affiliate_quarantined_order WHERE resolved_at IS NULL`
