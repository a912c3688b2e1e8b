import type { AffiliateNotificationName } from "../../../domain/notifications/notification-settings"
import { isCurrentReferral } from "../attribution/current"
import { currentAgreement, isNotWithdrawn } from "../agreements/current-agreement"

const iso = (at: string): string => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const money = (amount: string, currency: string): string => `affiliate_round(${amount}, ${currency})::text`

const OWN_AFFILIATE = `
  SELECT id AS key, id AS affiliate_id, id AS resource_id, '{}'::jsonb AS facts FROM affiliate WHERE id = ANY(:ids) AND status = 'active'`

const payout = (status: "paid" | "failed"): string => `
  SELECT id AS key, affiliate_id, id AS resource_id, jsonb_build_object('payout', jsonb_build_object(
           'id', id, 'number', number, 'amount', ${money("amount", "currency_code")}, 'currency_code', currency_code, 'method', method,
           'reference', reference, 'reason', reason, 'created_at', ${iso("created_at")}, 'ended_at', ${iso("ended_at")})) AS facts
  FROM affiliate_payout WHERE id = ANY(:ids) AND status = '${status}'`

/**
 * The rows of each notification: the affiliate, the resource it is about, and its facts. `:ids` are affiliates, referrals or payouts; for a
 * closed period and its statements `<program id>:<period>`; for an agreement affiliates, or the version that all affiliates are asked to accept.
 */
export const PENDING_NOTIFICATIONS: Record<AffiliateNotificationName, string> = {
  affiliate_welcome: OWN_AFFILIATE,
  affiliate_approved: OWN_AFFILIATE,
  // Skip referrals that had already ended when they were created.
  referral_joined: `
    SELECT referral.id AS key, referral.affiliate_id, referral.id AS resource_id, jsonb_build_object('referral', jsonb_build_object(
             'id', referral.id, 'source', referral.source, 'first_name', customer.first_name, 'last_name', customer.last_name,
             'joined_at', ${iso("CASE referral.source WHEN 'manual' THEN referral.created_at ELSE referral.started_at END")})) AS facts
    FROM affiliate_referral referral
    JOIN affiliate ON affiliate.id = referral.affiliate_id AND affiliate.status = 'active'
    LEFT JOIN customer ON customer.id = referral.customer_id
    WHERE referral.id = ANY(:ids) AND ${isCurrentReferral("referral")}`,
  month_closed: `
    SELECT period.id || ':' || line.affiliate_id AS key, line.affiliate_id, period.id AS resource_id, jsonb_build_object(
             'period', period.period, 'closed_at', ${iso("period.closed_at")},
             'statement_path', '/store/affiliates/me/' || line.affiliate_id || '/statements/' || period.period,
             'amounts', jsonb_agg(jsonb_build_object(
               'currency_code', line.currency_code, 'outcome', line.outcome, 'reason', line.reason, 'order_count', line.order_count,
               'amount', ${money("line.amount", "line.currency_code")},
               'expense_amount', ${money("line.expense_amount", "line.currency_code")}, 'available_at', ${iso("line.available_at")})
                 ORDER BY line.currency_code, line.outcome)) AS facts
    FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.program_id || ':' || period.period = ANY(:ids) AND period.status = 'closed'
    GROUP BY period.id, line.affiliate_id`,
  // Like any other print of a statement, it waits until the affiliate has accepted the current agreement.
  statement_sent: `
    SELECT statement.id AS key, statement.affiliate_id, statement.id AS resource_id, jsonb_build_object('statement', jsonb_build_object(
             'id', statement.id, 'period', statement.period, 'currency_code', statement.currency_code,
             'closing_balance', ${money("statement.closing_balance", "statement.currency_code")})) AS facts
    FROM affiliate_statement statement
    JOIN affiliate_program program ON program.id = statement.program_id
    WHERE (statement.program_id, statement.period) IN (SELECT split_part(id, ':', 1), split_part(id, ':', 2) FROM unnest(:ids::text[]) AS id)
      AND NOT EXISTS (
        SELECT 1 FROM ${currentAgreement("program")} agreement
        WHERE NOT EXISTS (SELECT 1 FROM affiliate_agreement_acceptance acceptance
                          WHERE acceptance.affiliate_id = statement.affiliate_id AND acceptance.version = agreement.version
                            AND ${isNotWithdrawn("acceptance")}))`,
  payout_sent: payout("paid"),
  payout_failed: payout("failed"),
  agreement_asked: `
    SELECT affiliate.id || ':' || agreement.version AS key, affiliate.id AS affiliate_id, agreement.id AS resource_id,
           jsonb_build_object('agreement', jsonb_build_object(
             'version', agreement.version, 'is_required', program.agreement_required,
             'path', '/store/affiliates/me/' || affiliate.id || '/agreement')) AS facts
    FROM (
      SELECT id FROM affiliate WHERE id = ANY(:ids)
      UNION
      SELECT everybody.id FROM affiliate_agreement announced
      JOIN affiliate everybody ON everybody.program_id = announced.program_id WHERE announced.id = ANY(:ids)
    ) recipient
    JOIN affiliate ON affiliate.id = recipient.id AND affiliate.status = 'active'
    JOIN affiliate_program program ON program.id = affiliate.program_id AND program.agreement_text IS NOT NULL
    JOIN LATERAL (SELECT id, version FROM affiliate_agreement WHERE program_id = program.id ORDER BY version DESC LIMIT 1) agreement ON true
    WHERE NOT EXISTS (SELECT 1 FROM affiliate_agreement_acceptance acceptance
                      WHERE acceptance.affiliate_id = affiliate.id AND acceptance.version = agreement.version
                        AND ${isNotWithdrawn("acceptance")})`,
}
