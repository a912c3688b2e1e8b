import type { NotificationName } from "../../../domain/notifications/notification-settings"
import { isCurrentReferral } from "../attribution/current"
import { isNotWithdrawn } from "../agreements/current-agreement"

const iso = (at: string): string => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const money = (amount: string, currency: string): string => `affiliate_round(${amount}, ${currency})::text`

const ABOUT_HIMSELF = `
  SELECT id AS key, id AS affiliate_id, id AS resource_id, '{}'::jsonb AS facts FROM affiliate WHERE id = ANY(:ids) AND status = 'active'`

const payout = (status: "paid" | "failed"): string => `
  SELECT id AS key, affiliate_id, id AS resource_id, jsonb_build_object('payout', jsonb_build_object(
           'id', id, 'number', number, 'amount', ${money("amount", "currency_code")}, 'currency_code', currency_code, 'method', method,
           'reference', reference, 'reason', reason, 'created_at', ${iso("created_at")}, 'ended_at', ${iso("ended_at")})) AS facts
  FROM affiliate_payout WHERE id = ANY(:ids) AND status = '${status}'`

/**
 * What there is to tell, by notification: whom, about what, and the facts. `:ids` are affiliates, referrals or payouts; of a month
 * `<program id>:<period>`; of an agreement affiliates, or the version that everybody is to be asked about.
 */
export const PENDING_NOTIFICATIONS: Record<NotificationName, string> = {
  affiliate_welcome: ABOUT_HIMSELF,
  affiliate_approved: ABOUT_HIMSELF,
  // A tie that was history from the start is no news.
  referral_joined: `
    SELECT r.id AS key, r.affiliate_id, r.id AS resource_id, jsonb_build_object('referral', jsonb_build_object(
             'id', r.id, 'source', r.source, 'first_name', c.first_name, 'last_name', c.last_name,
             'joined_at', ${iso("CASE r.source WHEN 'manual' THEN r.created_at ELSE r.started_at END")})) AS facts
    FROM affiliate_referral r
    JOIN affiliate a ON a.id = r.affiliate_id AND a.status = 'active'
    LEFT JOIN customer c ON c.id = r.customer_id
    WHERE r.id = ANY(:ids) AND ${isCurrentReferral("r")}`,
  month_closed: `
    SELECT m.id || ':' || l.affiliate_id AS key, l.affiliate_id, m.id AS resource_id, jsonb_build_object(
             'period', m.period, 'closed_at', ${iso("m.closed_at")},
             'statement_path', '/store/affiliates/me/' || l.affiliate_id || '/statements/' || m.period,
             'amounts', jsonb_agg(jsonb_build_object(
               'currency_code', l.currency_code, 'outcome', l.outcome, 'reason', l.reason, 'order_count', l.order_count,
               'amount', ${money("l.amount", "l.currency_code")}, 'expense_amount', ${money("l.expense_amount", "l.currency_code")},
               'available_at', ${iso("l.available_at")}) ORDER BY l.currency_code, l.outcome)) AS facts
    FROM affiliate_period m JOIN affiliate_period_line l ON l.period_id = m.id
    WHERE m.program_id || ':' || m.period = ANY(:ids) AND m.status = 'closed'
    GROUP BY m.id, l.affiliate_id`,
  payout_sent: payout("paid"),
  payout_failed: payout("failed"),
  agreement_asked: `
    SELECT a.id || ':' || g.version AS key, a.id AS affiliate_id, g.id AS resource_id, jsonb_build_object('agreement', jsonb_build_object(
             'version', g.version, 'is_required', p.agreement_required, 'path', '/store/affiliates/me/' || a.id || '/agreement')) AS facts
    FROM (
      SELECT id FROM affiliate WHERE id = ANY(:ids)
      UNION
      SELECT everybody.id FROM affiliate_agreement n JOIN affiliate everybody ON everybody.program_id = n.program_id WHERE n.id = ANY(:ids)
    ) asked
    JOIN affiliate a ON a.id = asked.id AND a.status = 'active'
    JOIN affiliate_program p ON p.id = a.program_id AND p.agreement_text IS NOT NULL
    JOIN LATERAL (SELECT id, version FROM affiliate_agreement WHERE program_id = p.id ORDER BY version DESC LIMIT 1) g ON true
    WHERE NOT EXISTS (SELECT 1 FROM affiliate_agreement_acceptance k
                      WHERE k.affiliate_id = a.id AND k.version = g.version AND ${isNotWithdrawn("k")})`,
}
