import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { withoutDetails } from "../../domain/payouts/payout-sending"
import type { SentPayout } from "../../modules/affiliate/payouts/send-payout"
import { isAvailable } from "../../modules/affiliate"
import type { PayoutAnswer } from "../../modules/affiliate/payouts/providers/provider"
import { affiliateModule } from "../utils/affiliate-module"

/**
 * How long a provider is waited for. One that hangs would otherwise hold up all that comes after it, the close of a month too: even a round
 * of 500 that all hang is over within the hour. Far less than the time after which a payout may be sent again: nobody waits any more by then.
 */
export const ANSWER_LIMIT_MS = 30_000

/** What can be asked of a payout's provider. Both throw where it does not answer in time, or with something that is no answer. */
export interface ProviderOfPayout {
  pay: () => Promise<PayoutAnswer | null>
  find: () => Promise<PayoutAnswer | null>
}

/** Null where a payout's provider cannot be used in this store now, or not any more. */
export function providerOf(container: MedusaContainer, payout: SentPayout, limitMs: number = ANSWER_LIMIT_MS): ProviderOfPayout | null {
  const method = affiliateModule(container).payouts.methods.get(payout.method)
  const provider = method && isAvailable(method, { container }) ? method.provider : null
  if (!provider) return null
  const heard = async (answer: Promise<PayoutAnswer | null>) => sanitizeAnswer(await withinLimit(answer, limitMs), payout)
  return {
    pay: () => heard(provider.pay(payout, { container })),
    find: () => heard(provider.find(payout, { container })),
  }
}

/** What comes later than the limit is not heard: the next round asks what became of the payout. */
async function withinLimit<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const late = new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `no answer within ${limitMs / 1000} seconds`)
    timer = setTimeout(() => reject(late), limitMs)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** A store's own provider may be written in JavaScript, and what it says is read by admins and by the affiliate: without payout details. */
function sanitizeAnswer(answer: PayoutAnswer | null, { method, details }: SentPayout): PayoutAnswer | null {
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
