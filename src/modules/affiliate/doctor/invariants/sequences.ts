/** Reads the unique index (order_id, sequence) in its order. */
export const SEQUENCES = `
  SELECT 'sequence_broken' AS problem, order_id, '1 to ' || count(*) AS expected,
         left(string_agg(sequence::text, ', ' ORDER BY sequence), 500) AS found
  FROM affiliate_commission GROUP BY order_id
  HAVING min(sequence) <> 1 OR max(sequence) <> count(*) OR count(DISTINCT sequence) <> count(*)`
