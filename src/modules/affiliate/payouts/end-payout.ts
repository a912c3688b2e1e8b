import { InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../not-found"

type PayoutStatus = "processing" | "paid" | "failed" | "canceled"

export interface PayoutEnd {
  id: string
  /** `failed`: the transfer came back. `canceled`: it was never made, and no provider was asked to make it. */
  status: "failed" | "canceled"
  reason: string
  ended_by: string
  /** Only if a provider was asked to pay it then, and not since; null: never. At any time when absent. What is canceled was never sent. */
  sent_at?: Date | null
  now: Date
}

interface EndedPayout {
  number: number
  status: PayoutStatus
}

/**
 * The end and the entries that give the money back, in one statement. The WHERE repeats the state we believe in, so that of two who end a
 * payout at once one does, and of one who ends it and one who sends it, too: what is given back was not asked for behind our back.
 */
const END = `
  WITH ended AS (
    UPDATE affiliate_payout SET status = :status, reason = :reason, ended_by = :ended_by, ended_at = :now, updated_at = :now
    WHERE id = :id AND status = 'processing'
      AND (:at_any_time OR date_trunc('milliseconds', sent_at) IS NOT DISTINCT FROM :sent_at::timestamptz)
    RETURNING *
  ),
  entries AS (
    INSERT INTO affiliate_ledger_entry (id, account, program_id, affiliate_id, amount, currency_code, source_type, source_id,
                                        available_at, occurred_at)
    SELECT affiliate_new_id('affent'), leg.account, program_id, affiliate_id, amount * leg.sign, currency_code, 'payout_reversal', ended.id,
           ended_at, ended_at
    FROM ended CROSS JOIN (VALUES ('affiliate', 1), ('payout', -1)) AS leg(account, sign)
  )
  SELECT id FROM ended`

const SENT: Record<PayoutEnd["status"], string> = {
  failed: "was sent meanwhile: look what became of it",
  canceled: "was sent and cannot be canceled: it is paid, or it fails",
}

/**
 * A payout ends without payment: what it took off the balance comes back, at once available. Ending it again the same way changes nothing.
 *
 * @returns whether this call ended it.
 * @throws InvalidInput when it has ended otherwise, or was sent meanwhile, NOT_FOUND.
 */
export async function endPayout(sql: Sql, end: PayoutEnd): Promise<boolean> {
  const sent_at = end.status === "canceled" ? null : end.sent_at
  const [ended] = await rows(sql, END, { ...end, sent_at: sent_at ?? null, at_any_time: sent_at === undefined })
  if (ended) return true
  const { number, status } = await requireEnded(sql, end.id)
  if (status === "processing") throw new InvalidInput("status", `payout ${number} ${SENT[end.status]}`)
  if (status !== end.status) throw new InvalidInput("status", `payout ${number} is ${status} and cannot become ${end.status}`)
  return false
}

/** Read after the attempt, so that it is the state that stood in the way. */
async function requireEnded(sql: Sql, id: string): Promise<EndedPayout> {
  const [payout] = await rows<EndedPayout>(sql, `SELECT number, status FROM affiliate_payout WHERE id = :id`, { id })
  if (!payout) throw notFound("Affiliate payout", id)
  return payout
}
