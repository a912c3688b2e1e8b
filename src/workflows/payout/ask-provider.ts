import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { messageOf } from "../../domain/errors"
import { mayBeSentAgain, withoutDetails } from "../../domain/payout-sending"
import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { isAvailable } from "../../modules/affiliate/payout-methods/payout-methods"
import type { AbstractPayoutProvider, PayoutAnswer } from "../../modules/affiliate/payout-methods/payout-provider"
import type { SentPayout } from "../../modules/affiliate/operations/send-payout"
import type AffiliateModuleService from "../../modules/affiliate/service"

export interface SentOutcome {
  id: string
  /** `unanswered`: nobody knows what became of it, and it is asked for again later. */
  outcome: PayoutAnswer["status"] | "unanswered"
  /** Whether this call recorded its end: of several who ask at once one does. */
  ended: boolean
}

/**
 * Has a payout paid by its provider, or asks him what became of it. The right to ask is taken in one transaction, the answer is recorded in
 * another; whoever dies in between leaves a payout that was sent, and the next one asks before anything is sent again. Never throws.
 */
export async function askProvider(container: MedusaContainer, payout: SentPayout, now: Date): Promise<SentOutcome> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const unanswered: SentOutcome = { id: payout.id, outcome: "unanswered", ended: false }
  try {
    const answer = await answerFor(container, payout, now)
    return answer ? { id: payout.id, outcome: answer.status, ended: await recordAnswer(affiliate, payout, answer, now) } : unanswered
  } catch (error) {
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const what = withoutDetails(messageOf(error), payout.details)
    logger.error(`affiliate: payout ${payout.number} by ${payout.method} is not answered, and will be asked for again: ${what}`)
    return unanswered
  }
}

async function answerFor(container: MedusaContainer, payout: SentPayout, now: Date): Promise<PayoutAnswer | null> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const method = affiliate.payoutMethods.get(payout.method)
  const provider = method && isAvailable(method, { container }) ? method.provider : null
  if (!provider) {
    // Asked once, it may have paid: only a person can say now. Never asked, it has not.
    return payout.sent_at ? null : { status: "failed", reason: `The payout method ${payout.method} cannot be used in this store any more` }
  }
  const known = payout.sent_at ? checked(await provider.find(payout, { container })) : null
  if (known) return known
  if (payout.sent_at && !mayBeSentAgain(payout.sent_at, now)) return null
  return (await affiliate.claimSending(payout)) ? pay(provider, payout, container) : null
}

const pay = async (provider: AbstractPayoutProvider, payout: SentPayout, container: MedusaContainer): Promise<PayoutAnswer | null> =>
  checked(await provider.pay(payout, { container }))

/** A store's own provider may be written in JavaScript. */
function checked(answer: PayoutAnswer | null): PayoutAnswer | null {
  if (answer && !["paid", "processing", "failed"].includes(answer.status)) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `"${answer.status}" is no answer`)
  }
  return answer
}

/** Keeps what a provider said of a payout. @returns whether that ended it now. */
async function recordAnswer(
  affiliate: AffiliateModuleService,
  { id, method }: SentPayout,
  answer: PayoutAnswer,
  now: Date
): Promise<boolean> {
  const ended_by = `payout method ${method}`
  if (answer.status === "paid") return affiliate.settlePayout({ id, reference: answer.reference, ended_by, now })
  if (answer.status === "failed") return affiliate.endPayout({ id, status: "failed", reason: answer.reason, ended_by, now })
  if (answer.reference) await affiliate.notePayoutReference(id, answer.reference, now)
  return false
}
