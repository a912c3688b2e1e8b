/** What an invitation is, as SQL over the alias `invitation`. Needs `:now`, or null for the present. */
export const INVITATION_STATUS = `CASE
  WHEN invitation.accepted_at IS NOT NULL THEN 'accepted'
  WHEN invitation.withdrawn_at IS NOT NULL THEN 'withdrawn'
  WHEN invitation.expires_at <= statement_timestamp() THEN 'expired'
  ELSE 'open' END`
