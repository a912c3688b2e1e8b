import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

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
    pay: async () => checked(await provider.pay(payout, { container })),
    find: async () => checked(await provider.find(payout, { container })),
  }
}

/** A store's own provider may be written in JavaScript. */
function checked(answer: PayoutAnswer | null): PayoutAnswer | null {
  if (answer && !["paid", "processing", "failed"].includes(answer.status)) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `"${answer.status}" is no answer`)
  }
  return answer
}
