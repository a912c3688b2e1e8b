/** Reads the unique index (program_id, number) in its order. */
export const STATEMENT_NUMBERS = `
  SELECT 'sequence_broken' AS problem, program_id, '1 to ' || count(*) AS expected,
         'from ' || min(number) || ' to ' || max(number) || ', ' || count(DISTINCT number) || ' numbers' AS found
  FROM affiliate_statement GROUP BY program_id
  HAVING min(number) <> 1 OR max(number) <> count(*) OR count(DISTINCT number) <> count(*)`
