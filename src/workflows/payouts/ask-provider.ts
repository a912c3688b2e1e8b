import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { messageOf } from "../../domain/errors"
import { mayBeSentAgain, withoutDetails } from "../../domain/payouts/payout-sending"
import type { PayoutAnswer } from "../../modules/affiliate/payouts/providers/provider"
import type { SentPayout } from "../../modules/affiliate/payouts/send-payout"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { ANSWER_LIMIT_MS, providerOf, type ProviderOfPayout } from "./provider-of-payout"
import { affiliateModule } from "../utils/affiliate-module"

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
export async function askProvider(
  container: MedusaContainer,
  payout: SentPayout,
  now: Date,
  limitMs: number = ANSWER_LIMIT_MS
): Promise<SentOutcome> {
  const affiliate = affiliateModule(container)
  const unanswered: SentOutcome = { id: payout.id, outcome: "unanswered", ended: false }
  try {
    const provider = providerOf(container, payout, limitMs)
    if (!provider) return payout.sent_at ? unanswered : await giveBack(affiliate, payout, now)
    const answer = await answerFor(affiliate, provider, payout, now)
    return answer ? { id: payout.id, outcome: answer.status, ended: await recordAnswer(affiliate, payout, answer, now) } : unanswered
  } catch (error) {
    logUnanswered(container, payout, error)
    return unanswered
  }
}

async function answerFor(
  affiliate: AffiliateModuleService,
  provider: ProviderOfPayout,
  payout: SentPayout,
  now: Date
): Promise<PayoutAnswer | null> {
  const known = payout.sent_at ? await provider.find() : null
  if (known) return known
  if (payout.sent_at && !mayBeSentAgain(payout.sent_at, now)) return null
  return (await affiliate.payouts.claimSending(payout)) ? provider.pay() : null
}

/**
 * The provider is gone. Asked once, it may have paid: only a person can say then. Never asked, it has not; but the payout was listed some
 * time ago, and a process for which the provider was still there may have asked since. So what counts is `sent_at` as it is now.
 */
async function giveBack(affiliate: AffiliateModuleService, { id, method }: SentPayout, now: Date): Promise<SentOutcome> {
  const reason = `The payout method ${method} cannot be used in this store any more`
  const end = { id, status: "failed", reason, ended_by: endedBy(method), sent_at: null, now } as const
  return { id, outcome: "failed", ended: await affiliate.payouts.end(end) }
}

/** Keeps what a provider said of a payout. @returns whether that ended it now. */
export async function recordAnswer(
  affiliate: AffiliateModuleService,
  { id, method }: SentPayout,
  answer: PayoutAnswer,
  now: Date
): Promise<boolean> {
  const ended_by = endedBy(method)
  if (answer.status === "paid")
    return (await affiliate.payouts.settle({ ids: [id], reference: answer.reference, ended_by, now })).length > 0
  if (answer.status === "failed") return affiliate.payouts.end({ id, status: "failed", reason: answer.reason, ended_by, now })
  if (answer.reference) await affiliate.payouts.noteReference(id, answer.reference, now)
  return false
}

const endedBy = (method: string): string => `payout method ${method}`

export function logUnanswered(container: MedusaContainer, { number, method, details }: SentPayout, error: unknown): void {
  const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const what = withoutDetails(messageOf(error), details)
  logger.error(`affiliate: payout ${number} by ${method} is not answered, and will be asked for again: ${what}`)
}
