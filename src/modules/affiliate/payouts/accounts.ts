import { isAvailable, reversalsOf } from "../ledger/available"
import { allowedPayoutMethods } from "./allowed-payout-methods"
import { areCurrentDetails } from "./current-details"
import { PAYABLE } from "./payable"

const OF_ACCOUNTS = (commission: string): string =>
  `${commission}.program_id = :program_id AND (:affiliate_ids::text[] IS NULL OR ${commission}.affiliate_id = ANY(:affiliate_ids))`

/**
 * The accounts of a program, one per affiliate and currency, and why each is not paid now; `reason` is null where it is paid. Preview and
 * creation read this one CTE, so that they cannot disagree. Needs `:program_id`, `:currency_code` (null: all), `:affiliate_ids` (null: all),
 * `:now`, the ids of the `:usable_methods` and of the `:methods_with_details`, and the methods' `:limits`; ends in `evaluated`.
 *
 * `available` is the one of the affiliate's balance: credits on hold do not count, debits and reversals count at once. Affiliates who are
 * suspended, rejected or not approved yet are paid only when the request names them. Every
 * affiliate the request names gets an account, even without any entry. The method is the affiliate's choice while the program allows it, and
 * the program's own otherwise.
 */
export const PAYOUT_ACCOUNTS = `
  ${reversalsOf(OF_ACCOUNTS)},
  posted AS (
    SELECT affiliate.id AS affiliate_id, affiliate.program_id, affiliate.code AS affiliate_code, affiliate.status,
           coalesce(entry.currency_code, :currency_code::text) AS currency_code,
           coalesce(sum(entry.amount) FILTER (WHERE ${isAvailable("entry")}), 0) AS amount
    FROM affiliate
    LEFT JOIN affiliate_ledger_entry entry ON entry.affiliate_id = affiliate.id AND entry.account = 'affiliate'
      AND (:currency_code::text IS NULL OR entry.currency_code = :currency_code)
    WHERE affiliate.program_id = :program_id AND affiliate.deleted_at IS NULL
      AND CASE WHEN :affiliate_ids::text[] IS NULL THEN entry.id IS NOT NULL ELSE affiliate.id = ANY(:affiliate_ids) END
    GROUP BY affiliate.id, entry.currency_code
  ),
  accounts AS (
    SELECT posted.affiliate_id, posted.program_id, posted.affiliate_code, posted.status, posted.currency_code,
           affiliate_round(posted.amount + coalesce(reversals.amount, 0), posted.currency_code) AS available
    FROM posted
    LEFT JOIN reversals ON reversals.affiliate_id = posted.affiliate_id AND reversals.currency_code = posted.currency_code
  ),
  routed AS (
    SELECT account.*, program.payout_minimums,
           CASE WHEN stands THEN details.method ELSE program.payout_method END AS method,
           CASE WHEN stands AND details.details <> '{}' THEN details.id END AS payout_details_id,
           details.masked
    FROM accounts account
    JOIN affiliate_program program ON program.id = account.program_id
    LEFT JOIN affiliate_payout_details details ON details.affiliate_id = account.affiliate_id AND ${areCurrentDetails("details")}
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_exists(${allowedPayoutMethods("program")}, details.method), false) AS stands) choice
  ),
  ${PAYABLE},
  evaluated AS (
    SELECT routed.*, CASE WHEN routed.payout_details_id IS NULL THEN '' ELSE routed.masked END AS masked_details,
           CASE WHEN EXISTS (SELECT 1 FROM affiliate_payout payout
                             WHERE payout.affiliate_id = routed.affiliate_id AND payout.currency_code = routed.currency_code
                             AND payout.status = 'processing') THEN 'already_processing'
                WHEN routed.available <= 0 THEN 'nothing_available'
                WHEN routed.status <> 'active' AND :affiliate_ids::text[] IS NULL THEN 'affiliate_not_active'
                WHEN routed.available < (routed.payout_minimums ->> routed.currency_code)::numeric THEN 'below_minimum'
                WHEN NOT routed.method = ANY(:usable_methods) THEN 'method_unavailable'
                WHEN NOT routed.takes_currency THEN 'currency_not_supported'
                WHEN routed.amount <= 0 THEN 'amount_too_small'
                WHEN routed.payout_details_id IS NULL AND routed.method = ANY(:methods_with_details) THEN 'no_payout_details' END AS reason
    FROM payable routed
  )`
