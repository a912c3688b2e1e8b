import { InvalidInput } from "../../../domain/errors"
import type { DetailsForm } from "../../../domain/payouts/details/details-form"
import { ALLOWED_PAYOUT_METHODS } from "./allowed-payout-methods"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../not-found"

export interface PayoutMethodChoice {
  affiliate_id: string
  method: string
  /** What the method asks for, as a person sent it. */
  details: Record<string, unknown>
  /** The user or customer who says so. */
  created_by: string
}

/** Whoever pays the affiliate out holds his row too: a payout goes to the old details or to the new ones, never to half of each. */
const LOCK = `
  SELECT ${ALLOWED_PAYOUT_METHODS} AS allowed
  FROM affiliate a JOIN affiliate_program g ON g.id = a.program_id
  WHERE a.id = :affiliate_id AND a.deleted_at IS NULL FOR UPDATE OF a`

const CURRENT = `
  SELECT id FROM affiliate_payout_details
  WHERE affiliate_id = :affiliate_id AND superseded_at IS NULL AND deleted_at IS NULL AND method = :method AND details = :details::jsonb`

const SUPERSEDE = `
  UPDATE affiliate_payout_details SET superseded_at = clock_timestamp(), updated_at = now()
  WHERE affiliate_id = :affiliate_id AND superseded_at IS NULL AND deleted_at IS NULL`

const INSERT = `
  INSERT INTO affiliate_payout_details (id, affiliate_id, method, details, masked, created_by)
  VALUES (affiliate_new_id('affdet'), :affiliate_id, :method, :details::jsonb, :masked, :created_by)`

/**
 * Says how an affiliate wants to be paid. What he said before is kept beside the payouts that went there; saying the same again writes nothing.
 *
 * @throws InvalidInput naming `method` or the wrong field of `details`, NOT_FOUND for an unknown affiliate.
 */
export async function choosePayoutMethod(sql: Sql, choice: PayoutMethodChoice, forms: ReadonlyMap<string, DetailsForm>): Promise<void> {
  const { affiliate_id, method, created_by } = choice
  const [program] = await rows<{ allowed: string[] }>(sql, LOCK, { affiliate_id })
  if (!program) throw notFound("Affiliate", affiliate_id)
  const allowed = program.allowed.filter((id) => forms.has(id))
  const form = forms.get(method)
  if (!form || !allowed.includes(method)) throw new InvalidInput("method", `must be one of ${allowed.join(", ")}`)
  const normalized = form.normalize(choice.details)
  const details = JSON.stringify(normalized)
  const [same] = await rows(sql, CURRENT, { affiliate_id, method, details })
  if (same) return
  await rows(sql, SUPERSEDE, { affiliate_id })
  await rows(sql, INSERT, { affiliate_id, method, details, masked: form.mask(normalized), created_by })
}
