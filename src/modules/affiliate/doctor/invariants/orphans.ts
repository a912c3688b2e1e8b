/**
 * Clicks are left out: they are many, and nothing rests on them but evidence that is kept elsewhere. So are orders: one that is gone is worth
 * nothing, and `orders_worth` asks for that.
 */
const OWNED = [
  "affiliate_commission",
  "affiliate_period_line",
  "affiliate_ledger_entry",
  "affiliate_adjustment",
  "affiliate_payout",
  "affiliate_statement",
  "affiliate_referral",
]

const owners = (table: string): string => `
  SELECT CASE WHEN a.id IS NULL THEN 'affiliate_missing' WHEN p.id IS NULL THEN 'program_missing' ELSE 'program_of_another' END AS problem,
         '${table}' AS table_name, x.id AS row_id, x.affiliate_id || ' of ' || x.program_id AS expected,
         coalesce(a.id || ' of ' || a.program_id, 'none') AS found
  FROM ${table} x
  LEFT JOIN affiliate a ON a.id = x.affiliate_id
  LEFT JOIN affiliate_program p ON p.id = x.program_id
  WHERE a.id IS NULL OR p.id IS NULL OR a.program_id <> x.program_id`

const PROGRAMS = `
  SELECT 'program_missing', 'affiliate_period', m.id, m.program_id, 'none'
  FROM affiliate_period m WHERE NOT EXISTS (SELECT 1 FROM affiliate_program p WHERE p.id = m.program_id)`

export const ORPHANS = [...OWNED.map(owners), PROGRAMS].join(" UNION ALL ")
