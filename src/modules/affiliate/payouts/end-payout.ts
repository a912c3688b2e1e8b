import { InvalidInput, PayoutExported } from "../../../domain/errors"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { posting } from "../ledger/posting"
import { notFound } from "../database/not-found"

type PayoutStatus = "processing" | "paid" | "failed" | "canceled"

export interface PayoutEnd {
  id: string
  /** `failed`: the transfer came back. `canceled`: it was never made, and no provider was asked to make it. */
  status: "failed" | "canceled"
  reason: string
  ended_by: string
  /** Cancels it although it stands in a payment file: somebody has made sure that the file is not paid. */
  confirm_exported?: boolean
  /**
   * Ends the payout only if a provider was last asked to pay it at this time; null: only if never. Without it, the time does not matter. A
   * canceled payout was never sent.
   */
  sent_at?: Date | null
  /** For tests; the database's clock when absent. */
  now?: Date
}

interface EndedPayout {
  number: number
  status: PayoutStatus
  sent_at: Date | null
  exported_at: Date | null
}

/** As for every posting: its time is read after the affiliate is locked. */
const LOCK = `SELECT 1 FROM affiliate WHERE id = (SELECT affiliate_id FROM affiliate_payout WHERE id = :id) FOR NO KEY UPDATE`

/**
 * Ends the payout and credits the money back, in one statement. The WHERE repeats the expected state, so that of two processes that end a
 * payout at once only one does. It also repeats `sent_at` and `exported_at`, so the amount is never credited back while a provider is being
 * asked to pay it, nor while it may be paid from a file.
 */
const END = `
  WITH ended AS (
    UPDATE affiliate_payout SET status = :status, reason = :reason, ended_by = :ended_by, ended_at = :now, updated_at = :now
    WHERE id = :id AND status = 'processing'
      AND (:at_any_time OR date_trunc('milliseconds', sent_at) IS NOT DISTINCT FROM :sent_at::timestamptz)
      AND (:may_be_exported OR exported_at IS NULL)
    RETURNING *
  ),
  entries AS (
    ${posting({
      from: "ended",
      source_type: "payout_reversal",
      affiliate: 1,
      counter: "payout",
      available_at: "ended_at",
      occurred_at: "ended_at",
    })}
  )
  SELECT id FROM ended`

const SENT: Record<PayoutEnd["status"], string> = {
  failed: "was sent meanwhile: look what became of it",
  canceled: "was sent and cannot be canceled: it is paid, or it fails",
}

/**
 * Ends a payout without payment: its amount is credited to the balance again and is available at once. Repeating it changes nothing.
 *
 * @returns whether this call ended it.
 * @throws InvalidInput when it has ended otherwise, or was sent meanwhile, PayoutExported when it stands in a file and nobody has confirmed
 * that, NOT_FOUND.
 */
export async function endPayout(sql: Sql, end: PayoutEnd): Promise<boolean> {
  const sent_at = end.status === "canceled" ? null : end.sent_at
  const may_be_exported = end.status === "failed" || end.confirm_exported === true
  await rows(sql, LOCK, { id: end.id })
  const now = await timeOf(sql, end.now)
  const [ended] = await rows(sql, END, { ...end, now, sent_at: sent_at ?? null, at_any_time: sent_at === undefined, may_be_exported })
  if (ended) return true
  const { number, status, ...times } = await requireEnded(sql, end.id)
  if (status === "processing" && !may_be_exported && !times.sent_at && times.exported_at)
    throw new PayoutExported(number, times.exported_at)
  if (status === "processing") throw new InvalidInput("status", `payout ${number} ${SENT[end.status]}`)
  if (status !== end.status) throw new InvalidInput("status", `payout ${number} is ${status} and cannot become ${end.status}`)
  return false
}

/** Read after the attempt, so that it is the state that prevented it. */
async function requireEnded(sql: Sql, id: string): Promise<EndedPayout> {
  const [payout] = await rows<EndedPayout>(sql, `SELECT number, status, sent_at, exported_at FROM affiliate_payout WHERE id = :id`, { id })
  if (!payout) throw notFound("Affiliate payout", id)
  return payout
}
