import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { withoutDetails } from "../../domain/payout-sending"
import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type { SentPayout } from "../../modules/affiliate/operations/send-payout"
import { isAvailable } from "../../modules/affiliate/payout-methods/payout-methods"
import type { PayoutAnswer } from "../../modules/affiliate/payout-methods/payout-provider"
import type AffiliateModuleService from "../../modules/affiliate/service"

/** What can be asked of a payout's provider. Both throw where what it answers is no answer. */
export interface ProviderOfPayout {
  pay: () => Promise<PayoutAnswer | null>
  find: () => Promise<PayoutAnswer | null>
}

/** Null where a payout's provider cannot be used in this store now, or not any more. */
export function providerOf(container: MedusaContainer, payout: SentPayout): ProviderOfPayout | null {
  const { payoutMethods } = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const method = payoutMethods.get(payout.method)
  const provider = method && isAvailable(method, { container }) ? method.provider : null
  if (!provider) return null
  return {
    pay: async () => asItIsKept(await provider.pay(payout, { container }), payout),
    find: async () => asItIsKept(await provider.find(payout, { container }), payout),
  }
}

/** A store's own provider may be written in JavaScript, and what it says is read by admins and by the affiliate: without payout details. */
function asItIsKept(answer: PayoutAnswer | null, { method, details }: SentPayout): PayoutAnswer | null {
  if (!answer) return null
  const { status, reference, reason } = answer as SaidInJavaScript
  if (!isAnswer(status)) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `"${status}" is no answer`)
  const kept = (said: string | number | null | undefined): string => withoutDetails(String(said ?? "").trim(), details)
  if (status === "failed") return { status, reason: kept(reason) || `${method} gives no reason` }
  return { status, reference: kept(reference) || null }
}

interface SaidInJavaScript {
  status: string
  reference?: string | number | null
  reason?: string | number | null
}

const isAnswer = (status: string): status is PayoutAnswer["status"] => ["paid", "processing", "failed"].includes(status)
