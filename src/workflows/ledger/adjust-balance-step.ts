import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { parseAmount } from "../../domain/money/decimal"
import { InvalidInput } from "../../domain/errors"
import { plainCode, requireReason } from "../../domain/text/plain-text"
import { givenTime } from "../utils/to-date"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { affiliateModule } from "../utils/affiliate-module"
import { notFound } from "../../modules/affiliate"

export interface AdjustBalanceInput {
  affiliate_id: string
  /** Signed, in major units: 5 credits, -5 debits. */
  amount: string | number
  currency_code: string
  reason: string
  /** The user who decided it. */
  created_by: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

/**
 * Corrects a balance by hand. Nothing to compensate: ledger entries are never deleted; the opposite adjustment undoes one.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown affiliate.
 */
export const adjustBalanceStep = createStep("adjust-balance", async (input: AdjustBalanceInput, { container }) => {
  const affiliate = affiliateModule(container)
  const currency_code = plainCode(input.currency_code).toLowerCase()
  const { amount, reason } = await withMedusaErrors(async () => {
    const reason = requireReason(input.reason)
    if (!(await affiliate.store.hasCurrency(currency_code))) throw new InvalidInput("currency_code", "is no currency of this store")
    const amount = parseAmount("amount", input.amount, currency_code)
    if (/^-?[0.]+$/.test(amount)) throw new InvalidInput("amount", "must not be zero")
    return { amount, reason }
  })
  const { count } = await affiliate.affiliates.list({ id: [input.affiliate_id] }, { limit: 1, offset: 0 })
  if (count === 0) throw notFound("Affiliate", input.affiliate_id)
  const { affiliate_id, created_by } = input
  const adjustment = { affiliate_id, amount, currency_code, reason, created_by }
  const { id, occurred_at } = await affiliate.ledger.adjust({ ...adjustment, now: givenTime(input.now) })
  return new StepResponse({ id, ...adjustment, occurred_at })
})
