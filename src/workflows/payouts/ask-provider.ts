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
  /** `unanswered`: the status is unknown; a later run asks for it again. */
  outcome: PayoutAnswer["status"] | "unanswered"
  /** Whether this call recorded the end: of several parallel calls one does. */
  ended: boolean
}

/**
 * Sends a payout to its provider, or asks the provider for its status when it was sent before. One transaction claims the payout, another
 * records the answer. After a crash in between the payout is marked as sent, so the next run asks for its status before it sends anything
 * again. Never throws.
 */
export async function askProvider(
  container: MedusaContainer,
  payout: SentPayout,
  now?: Date,
  limitMs: number = ANSWER_LIMIT_MS
): Promise<SentOutcome> {
  const affiliate = affiliateModule(container)
  const unanswered: SentOutcome = { id: payout.id, outcome: "unanswered", ended: false }
  try {
    const provider = providerOf(container, payout, limitMs)
    if (!provider) return payout.sent_at ? unanswered : await giveBack(affiliate, payout)
    const answer = await answerFor(affiliate, provider, payout, now)
    return answer ? { id: payout.id, outcome: answer.status, ended: await recordAnswer(affiliate, payout, answer) } : unanswered
  } catch (error) {
    logUnanswered(container, payout, error)
    return unanswered
  }
}

async function answerFor(
  affiliate: AffiliateModuleService,
  provider: ProviderOfPayout,
  payout: SentPayout,
  now: Date | undefined
): Promise<PayoutAnswer | null> {
  const known = payout.sent_at ? await provider.find() : null
  if (known) return known
  if (payout.sent_at && !mayBeSentAgain(payout.sent_at, now ?? (await affiliate.now()))) return null
  return (await affiliate.payouts.claimSending(payout)) ? provider.pay() : null
}

/**
 * Ends a payout whose provider was removed. If the payout was sent, the provider may have paid it: only a person can tell. If it was never
 * sent, it was not paid. But it was listed some time ago, and another process that still had the provider may have sent it since, so the
 * end is written only while `sent_at` is still empty in the database.
 */
async function giveBack(affiliate: AffiliateModuleService, { id, method }: SentPayout): Promise<SentOutcome> {
  const reason = `The payout method ${method} cannot be used in this store any more`
  const end = { id, status: "failed", reason, ended_by: endedBy(method), sent_at: null } as const
  return { id, outcome: "failed", ended: await affiliate.payouts.end(end) }
}

/**
 * Records a provider's answer, at the time at which it came: a round of payouts may last past the end of a month.
 *
 * @returns whether the payout ended by it now.
 */
export async function recordAnswer(affiliate: AffiliateModuleService, { id, method }: SentPayout, answer: PayoutAnswer): Promise<boolean> {
  const ended_by = endedBy(method)
  if (answer.status === "paid") return (await affiliate.payouts.settle({ ids: [id], reference: answer.reference, ended_by })).length > 0
  if (answer.status === "failed") return affiliate.payouts.end({ id, status: "failed", reason: answer.reason, ended_by })
  if (answer.reference) await affiliate.payouts.noteReference(id, answer.reference)
  return false
}

const endedBy = (method: string): string => `payout method ${method}`

export function logUnanswered(container: MedusaContainer, { number, method, details }: SentPayout, error: unknown): void {
  const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const what = withoutDetails(messageOf(error), details)
  logger.error(`affiliate: payout ${number} by ${method} is not answered, and will be asked for again: ${what}`)
}
