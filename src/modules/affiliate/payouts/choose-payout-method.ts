import { InvalidInput } from "../../../domain/errors"
import type { DetailsForm } from "../../../domain/payouts/details/details-form"
import { plainText } from "../../../domain/text/plain-text"
import { allowedPayoutMethods } from "./allowed-payout-methods"
import { rows, type Sql } from "../database/connection"
import { areCurrentDetails } from "./current-details"
import { notFound } from "../database/not-found"

export interface PayoutMethodChoice {
  affiliate_id: string
  method: string
  /** What the method asks for, as a person sent it; absent for a method that asks for nothing. */
  details?: Record<string, unknown>
  /** The user or customer who says so. */
  created_by: string
}

/** A payout run locks the affiliate's row too, so a payout goes either to the old details or to the new ones, never to a mix of both. */
const LOCK = `
  SELECT ${allowedPayoutMethods("program")} AS allowed
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL FOR UPDATE OF affiliate`

const CURRENT = `
  SELECT id FROM affiliate_payout_details details
  WHERE affiliate_id = :affiliate_id AND ${areCurrentDetails("details")} AND method = :method AND details.details = :details::jsonb`

const SUPERSEDE = `
  UPDATE affiliate_payout_details details SET superseded_at = clock_timestamp(), updated_at = now()
  WHERE affiliate_id = :affiliate_id AND ${areCurrentDetails("details")}`

const INSERT = `
  INSERT INTO affiliate_payout_details (id, affiliate_id, method, details, masked, created_by)
  VALUES (affiliate_new_id('affdet'), :affiliate_id, :method, :details::jsonb, :masked, :created_by)`

/**
 * Stores how an affiliate wants to be paid. Earlier details are kept, because payouts point at them; the same choice again writes nothing.
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
  const normalized = form.normalize(plainTexts(choice.details ?? {}))
  const details = JSON.stringify(normalized)
  const [unchanged] = await rows(sql, CURRENT, { affiliate_id, method, details })
  if (unchanged) return
  await rows(sql, SUPERSEDE, { affiliate_id })
  await rows(sql, INSERT, { affiliate_id, method, details, masked: form.mask(normalized), created_by })
}

/** A store's own provider normalizes its details itself, and may not know what pasted text brings along. */
const plainTexts = (details: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? plainText(value) : value]))
