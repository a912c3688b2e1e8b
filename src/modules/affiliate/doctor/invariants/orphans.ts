/**
 * Clicks are left out: they are many, and the evidence that comes from them is stored with the decision. So are orders: one that is gone is
 * worth nothing, and `orders_worth` checks that.
 */
const OWNED = [
  "affiliate_commission",
  "affiliate_period_commission",
  "affiliate_period_line",
  "affiliate_ledger_entry",
  "affiliate_adjustment",
  "affiliate_payout",
  "affiliate_statement",
  "affiliate_referral",
]

const owners = (table: string): string => `
  SELECT CASE WHEN affiliate.id IS NULL THEN 'affiliate_missing' WHEN program.id IS NULL THEN 'program_missing'
              ELSE 'program_of_another' END AS problem,
         '${table}' AS table_name, owned.id AS row_id, owned.affiliate_id || ' of ' || owned.program_id AS expected,
         coalesce(affiliate.id || ' of ' || affiliate.program_id, 'none') AS found
  FROM ${table} owned
  LEFT JOIN affiliate ON affiliate.id = owned.affiliate_id
  LEFT JOIN affiliate_program program ON program.id = owned.program_id
  WHERE affiliate.id IS NULL OR program.id IS NULL OR affiliate.program_id <> owned.program_id`

const PROGRAMS = `
  SELECT 'program_missing', 'affiliate_period', period.id, period.program_id, 'none'
  FROM affiliate_period period WHERE NOT EXISTS (SELECT 1 FROM affiliate_program program WHERE program.id = period.program_id)`

export const ORPHANS = [...OWNED.map(owners), PROGRAMS].join(" UNION ALL ")
