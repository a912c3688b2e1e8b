/**
 * The accounts of a program, one per affiliate and currency, and why each is not paid now; `reason` is null where it is. Preview and
 * creation read this one CTE, so that they cannot disagree. Asks for `:program_id`, `:currency_code` (null: all), `:affiliate_ids` (null:
 * all) and `:now`; ends in `weighed`.
 *
 * What is on hold does not count, debits are netted because it is a sum, and a payout counts whatever the clock of the process that made it.
 * Who is suspended, rejected or not approved yet is paid only when he is named. An affiliate who is named is answered for, also without a
 * single entry.
 */
export const PAYOUT_ACCOUNTS = `
  accounts AS (
    SELECT a.id AS affiliate_id, a.program_id, a.code AS affiliate_code, a.status, coalesce(e.currency_code, :currency_code::text) AS currency_code,
           affiliate_round(coalesce(sum(e.amount) FILTER (WHERE e.available_at <= :now OR e.source_type = 'payout'), 0),
                           coalesce(e.currency_code, :currency_code::text)) AS available
    FROM affiliate a
    LEFT JOIN affiliate_ledger_entry e ON e.affiliate_id = a.id AND e.account = 'affiliate'
      AND (:currency_code::text IS NULL OR e.currency_code = :currency_code)
    WHERE a.program_id = :program_id AND a.deleted_at IS NULL
      AND CASE WHEN :affiliate_ids::text[] IS NULL THEN e.id IS NOT NULL ELSE a.id = ANY(:affiliate_ids) END
    GROUP BY a.id, e.currency_code
  ),
  weighed AS (
    SELECT x.*,
           CASE WHEN EXISTS (SELECT 1 FROM affiliate_payout p WHERE p.affiliate_id = x.affiliate_id AND p.currency_code = x.currency_code
                             AND p.status = 'processing') THEN 'already_processing'
                WHEN x.available <= 0 THEN 'nothing_available'
                WHEN x.status <> 'active' AND :affiliate_ids::text[] IS NULL THEN 'affiliate_not_active'
                WHEN x.available < (g.payout_minimums ->> x.currency_code)::numeric THEN 'below_minimum' END AS reason
    FROM accounts x JOIN affiliate_program g ON g.id = x.program_id
  )`
