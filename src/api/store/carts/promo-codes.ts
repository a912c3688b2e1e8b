import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { CartRefused } from "../../../domain/errors"
import { normalizePromoCode } from "../../../domain/promo-codes/promo-code-template"
import { listPendingDiscounts } from "../../../workflows/attribution/pending-discounts"
import { forgetCachedLookup } from "../../../workflows/promo-codes/cached-lookups"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { toMedusaError } from "../../../workflows/utils/to-medusa-error"
import { type FoundPromoCode } from "../../../modules/affiliate"
import { onRefused } from "../on-response"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/**
 * Handles affiliates' codes in the store's ordinary promo field. Medusa compares codes exactly and refuses codes without a promotion, so
 * affiliates' codes are rewritten as stored, codes without a discount are removed from the request, and their attribution is stored beside
 * the cart. An affiliate's code that cannot be used is refused here with the reason; Medusa handles all other codes, and those that are
 * spelled exactly like a promotion of the store.
 */
export async function addPromoCodes(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const ours = await findAffiliateCodes(req)
  if (ours.length === 0) {
    next()
    return
  }
  const refusal = await attributeCodes(req, res, ours, { replace: false })
  if (!refusal) {
    const rest = toMedusaCodes(promoCodesOf(req), ours)
    await setPromoCodes(req, rest.length > 0 ? rest : await appliedCodes(req, req.params.id as string))
  }
  next(refusal)
}

/**
 * The codes of an update replace those on the cart. An affiliate's code that Medusa does not show stays, unless another affiliate's is among
 * the new ones: a storefront cannot repeat what it does not see.
 */
export async function replacePromoCodes(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (!hasPromoCodes(req)) {
    next()
    return
  }
  const ours = await findAffiliateCodes(req)
  const refusal = await attributeCodes(req, res, ours, { replace: true })
  if (!refusal) {
    const pending = await listPendingDiscounts(req.scope, req.params.id as string)
    await setPromoCodes(req, [...new Set([...toMedusaCodes(promoCodesOf(req), ours), ...pending.map(({ code }) => code)])])
  }
  next(refusal)
}

/** Takes affiliates' codes off a cart, however they are typed. */
export async function removePromoCodes(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const ours = await findAffiliateCodes(req)
  if (ours.length > 0) {
    const ids = ours.map(({ id }) => id)
    await logAndContinue(
      req.scope,
      "removing promo codes",
      () => affiliate.attribution.removeCartCodes(req.params.id as string, ids, new Date()),
      undefined
    )
    await setPromoCodes(req, toMedusaCodes(promoCodesOf(req), ours))
  }
  next()
}

/** Which of a request's codes are affiliates' codes. */
export async function findAffiliateCodes(req: MedusaRequest): Promise<FoundPromoCode[]> {
  const typed = promoCodesOf(req)
  if (typed.length === 0) return []
  const affiliate = affiliateModule(req.scope)
  return logAndContinue(req.scope, "looking up promo codes", () => affiliate.promoCodes.find(typed), [])
}

/** The codes as Medusa knows them: the store's as typed, affiliates' codes as stored, without those that give no discount. */
export function toMedusaCodes(typed: string[], ours: FoundPromoCode[]): string[] {
  const byCode = new Map(ours.map((found) => [found.code, found]))
  return typed.flatMap((code) => {
    const found = byCode.get(normalizePromoCode(code))
    if (!found || found.store_codes.includes(code)) return [code]
    return found.promotion_id ? [found.code] : []
  })
}

export async function setPromoCodes(req: MedusaRequest, promoCodes: string[]): Promise<void> {
  await forgetCachedLookup(req.scope, promoCodes)
  for (const body of [req.body, req.validatedBody]) {
    if (typeof body === "object" && body !== null) Object.assign(body, { promo_codes: promoCodes })
  }
}

export function promoCodesOf(req: MedusaRequest): string[] {
  const { promo_codes } = (req.validatedBody ?? req.body ?? {}) as { promo_codes?: unknown }
  return Array.isArray(promo_codes) ? promo_codes.filter((code) => typeof code === "string") : []
}

const hasPromoCodes = (req: MedusaRequest): boolean =>
  Array.isArray(((req.validatedBody ?? req.body ?? {}) as { promo_codes?: unknown }).promo_codes)

/**
 * Stores the codes' attribution beside the cart, and restores the former one when Medusa refuses the request. A code that is a promotion of
 * the store as well is not refused for the affiliate's sake.
 *
 * @returns the refusal of an affiliate's code.
 */
async function attributeCodes(
  req: MedusaRequest,
  res: MedusaResponse,
  ours: FoundPromoCode[],
  options: { replace: boolean }
): Promise<MedusaError | undefined> {
  const affiliate = affiliateModule(req.scope)
  const cartId = req.params.id as string
  const add = (codes: FoundPromoCode[]) =>
    affiliate.attribution.addCartCodes(
      cartId,
      codes.map(({ id }) => id),
      options,
      new Date()
    )
  const addOrRefuse = async (): Promise<string[] | MedusaError> => {
    try {
      return await add(ours)
    } catch (error) {
      const refused = error instanceof CartRefused && ours.find(({ id }) => id === error.evidence_id)
      if (!refused) throw error
      if (refused.store_codes.length === 0) return toMedusaError(error, `The promo code ${refused.code}`)
      return add(ours.filter(({ store_codes }) => store_codes.length === 0))
    }
  }
  const outcome = await logAndContinue(req.scope, "a promo code's attribution", addOrRefuse, undefined)
  if (outcome instanceof MedusaError) return outcome
  if (outcome) {
    const restore = () => affiliate.attribution.restoreCartCodes(cartId, outcome, new Date())
    onRefused(res, () => logAndContinue(req.scope, "taking a promo code back", restore, undefined))
  }
  return undefined
}

/** Medusa reads an empty list as "remove all codes", so a list left empty repeats what the cart has. */
async function appliedCodes(req: MedusaRequest, cartId: string): Promise<string[]> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["promotions.code"], filters: { id: cartId } })
  const carts = data as { promotions?: ({ code?: string } | null)[] }[]
  return carts.flatMap(({ promotions }) => (promotions ?? []).flatMap((promotion) => promotion?.code ?? []))
}
