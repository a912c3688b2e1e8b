import { InvalidInput } from "../../domain/errors"
import { plainCode } from "../../domain/text/plain-text"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { withMedusaErrors } from "../utils/to-medusa-error"

export interface RequestedPayouts {
  program_id: string
  /** Every currency when absent. */
  currency_code?: string
  /** Every active affiliate when absent. */
  affiliate_ids?: string[]
}

/**
 * Whom to pay, in which currency. Preview and creation check the request in the same way.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown program.
 */
export async function requestedPayouts(affiliate: AffiliateModuleService, request: RequestedPayouts): Promise<RequestedPayouts> {
  const { program_id } = request
  await affiliate.retrieveProgram(program_id)
  const currency_code = request.currency_code && plainCode(request.currency_code).toLowerCase()
  const affiliate_ids = request.affiliate_ids && [...new Set(request.affiliate_ids)]
  await withMedusaErrors(async () => {
    if (currency_code !== undefined && !(await affiliate.store.hasCurrency(currency_code)))
      throw new InvalidInput("currency_code", "is no currency of this store")
    if (!affiliate_ids) return
    // Refuse an empty list, so that it is not read as "all".
    if (affiliate_ids.length === 0) throw new InvalidInput("affiliate_ids", "must name an affiliate, or be left out to pay everybody")
    const { count } = await affiliate.affiliates.list({ id: affiliate_ids, program_id: [program_id] }, { limit: 1, offset: 0 })
    if (count < affiliate_ids.length) throw new InvalidInput("affiliate_ids", "must name affiliates of the program")
  })
  return { program_id, currency_code, affiliate_ids }
}
