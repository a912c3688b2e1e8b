import type { MedusaContainer } from "@medusajs/framework/types"

import { InvalidInput } from "../../domain/errors"
import { isOverAt, mayBeSentAgain } from "../../domain/payouts/payout-sending"
import type { SentPayout } from "../../modules/affiliate/payouts/send-payout"
import type { PayoutAnswer } from "../../modules/affiliate/payouts/providers/provider"
import { AffiliateEvents, emitAffiliateEventsNow } from "../events"
import { logUnanswered, recordAnswer } from "./ask-provider"
import { providerOf, type ProviderOfPayout } from "./provider-of-payout"
import { affiliateModule } from "../utils/affiliate-module"

/**
 * Runs before a person marks a payout as failed, which makes its amount available again. A payout that was sent may have been paid all the
 * same, so this asks its provider and records the answer. Where the provider was removed, the person decides.
 *
 * @returns when the payout was last sent, null for never; the end is refused if that has changed by then. Undefined where a person pays.
 * @throws InvalidInput when the provider has paid, is paying, does not answer, or may be processing the request at this moment.
 */
export async function askBeforeFailing(container: MedusaContainer, id: string, now?: Date): Promise<Date | null | undefined> {
  const affiliate = affiliateModule(container)
  const [payout] = await affiliate.payouts.listUnanswered({ ids: [id], after: "", limit: 1 })
  if (!payout?.sent_at) return payout?.sent_at
  const provider = providerOf(container, payout)
  const answer = provider && (await ask(container, provider, payout))
  if (provider && !answer && !mayBeSentAgain(payout.sent_at, now ?? (await affiliate.now()))) {
    const over = isOverAt(payout.sent_at).toISOString()
    throw new InvalidInput("status", `the request to pay payout ${payout.number} may be under way: try again after ${over}`)
  }
  if (answer && answer.status !== "failed") await refuse(container, payout, answer)
  return payout.sent_at
}

async function ask(container: MedusaContainer, provider: ProviderOfPayout, payout: SentPayout): Promise<PayoutAnswer | null> {
  try {
    return await provider.find()
  } catch (error) {
    logUnanswered(container, payout, error)
    throw new InvalidInput("status", `${payout.method} cannot say now what became of payout ${payout.number}: try again later`)
  }
}

/** Emits the event itself, because a workflow that fails emits none. */
async function refuse(container: MedusaContainer, payout: SentPayout, answer: PayoutAnswer): Promise<never> {
  const { id, number, method } = payout
  const ended = await recordAnswer(affiliateModule(container), payout, answer)
  if (ended) await emitAffiliateEventsNow(container, AffiliateEvents.PAYOUT_PAID, [{ id }])
  if (answer.status === "paid") throw new InvalidInput("status", `${method} says that it has paid payout ${number}`)
  throw new InvalidInput("status", `${method} says that payout ${number} is on its way: it is paid, or it comes back`)
}
