import { ALLOWED_PAYOUT_METHODS } from "./allowed-payout-methods"
import { areCurrentDetails } from "./current-details"

/**
 * The accounts of a program, one per affiliate and currency, and why each is not paid now; `reason` is null where it is. Preview and
 * creation read this one CTE, so that they cannot disagree. Asks for `:program_id`, `:currency_code` (null: all), `:affiliate_ids` (null:
 * all), `:now`, and the ids of the `:usable_methods` and of the `:methods_with_details`; ends in `evaluated`.
 *
 * What is on hold does not count, debits are netted because it is a sum, and a payout counts whatever the clock of the process that made it.
 * Who is suspended, rejected or not approved yet is paid only when he is named. An affiliate who is named is answered for, also without a
 * single entry. The method is the affiliate's choice while the program allows it, and the program's own otherwise.
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
  routed AS (
    SELECT x.*, g.payout_minimums,
           CASE WHEN stands THEN d.method ELSE g.payout_method END AS method,
           CASE WHEN stands AND d.details <> '{}' THEN d.id END AS payout_details_id,
           d.masked
    FROM accounts x
    JOIN affiliate_program g ON g.id = x.program_id
    LEFT JOIN affiliate_payout_details d ON d.affiliate_id = x.affiliate_id AND ${areCurrentDetails("d")}
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_exists(${ALLOWED_PAYOUT_METHODS}, d.method), false) AS stands) choice
  ),
  evaluated AS (
    SELECT r.*, CASE WHEN r.payout_details_id IS NULL THEN '' ELSE r.masked END AS masked_details,
           CASE WHEN EXISTS (SELECT 1 FROM affiliate_payout p WHERE p.affiliate_id = r.affiliate_id AND p.currency_code = r.currency_code
                             AND p.status = 'processing') THEN 'already_processing'
                WHEN r.available <= 0 THEN 'nothing_available'
                WHEN r.status <> 'active' AND :affiliate_ids::text[] IS NULL THEN 'affiliate_not_active'
                WHEN r.available < (r.payout_minimums ->> r.currency_code)::numeric THEN 'below_minimum'
                WHEN NOT r.method = ANY(:usable_methods) THEN 'method_unavailable'
                WHEN r.payout_details_id IS NULL AND r.method = ANY(:methods_with_details) THEN 'no_payout_details' END AS reason
    FROM routed r
  )`
