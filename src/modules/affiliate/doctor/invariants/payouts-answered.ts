/** Payouts that a provider was asked to pay and that are still processing after a day. Payouts paid by hand are left out. */
export const PAYOUTS_ANSWERED = `
  SELECT 'unanswered' AS problem, id AS payout_id, number, affiliate_id, method, 'paid or failed' AS expected,
         'sent at ' || to_char(sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS found
  FROM affiliate_payout WHERE status = 'processing' AND sent_at < :now::timestamptz - interval '1 day'`
