import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { withoutDetails } from "../../domain/payouts/payout-sending"
import { plainText } from "../../domain/text/plain-text"
import type { SentPayout } from "../../modules/affiliate/payouts/send-payout"
import { isAvailable } from "../../modules/affiliate"
import type { PayoutAnswer } from "../../modules/affiliate/payouts/providers/provider"
import { affiliateModule } from "../utils/affiliate-module"

/**
 * How long to wait for a provider's answer, so that a hanging provider does not hold up the other payouts or the close of a month: 500
 * hanging calls, 5 at a time, take 50 minutes, less than the job's hour. The limit is also far below the time after which a payout may be
 * sent again: no call waits any more by then.
 */
export const ANSWER_LIMIT_MS = 30_000

/** The calls to a payout's provider. Both throw when the answer is late or malformed. */
export interface ProviderOfPayout {
  pay: () => Promise<PayoutAnswer | null>
  find: () => Promise<PayoutAnswer | null>
}

/** Null where the store cannot use the payout's provider, or no longer has it. */
export function providerOf(container: MedusaContainer, payout: SentPayout, limitMs: number = ANSWER_LIMIT_MS): ProviderOfPayout | null {
  const method = affiliateModule(container).payouts.methods.get(payout.method)
  const provider = method && isAvailable(method, { container }) ? method.provider : null
  if (!provider) return null
  const callProvider = async (answer: Promise<PayoutAnswer | null>) => sanitizeAnswer(await withinLimit(answer, limitMs), payout)
  return {
    pay: () => callProvider(provider.pay(payout, { container })),
    find: () => callProvider(provider.find(payout, { container })),
  }
}

/** An answer after the limit is ignored: the next run asks for the status of the payout. */
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

/**
 * Checks the shape of an answer, because a store's provider may be written in JavaScript, and takes payout details out of it, because
 * admins and the affiliate read it.
 */
function sanitizeAnswer(answer: PayoutAnswer | null, { method, details }: SentPayout): PayoutAnswer | null {
  if (!answer) return null
  const { status, reference, reason } = answer as UncheckedAnswer
  if (!isAnswer(status)) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `"${status}" is no answer`)
  const clean = (text: string | number | null | undefined): string => withoutDetails(plainText(String(text ?? "")), details)
  if (status === "failed") return { status, reason: clean(reason) || `${method} gives no reason` }
  return { status, reference: clean(reference) || null }
}

interface UncheckedAnswer {
  status: string
  reference?: string | number | null
  reason?: string | number | null
}

const isAnswer = (status: string): status is PayoutAnswer["status"] => ["paid", "processing", "failed"].includes(status)
