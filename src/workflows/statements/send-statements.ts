import { buffer } from "node:stream/consumers"

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { DomainError } from "../../domain/errors"
import { composeNotification, type NotificationRow } from "../../domain/notifications/notification"
import { normalizeNotifications } from "../../domain/notifications/notification-settings"
import { statementFileName } from "../../domain/statements/statement-name"
import type { PendingNotificationsPage } from "../../modules/affiliate/notifications/list-pending"
import { statementPdf } from "../../pdf/statement-pdf"
import { affiliateModule } from "../utils/affiliate-module"
import { portalUrlOf } from "../utils/backend-url"
import { logAndContinue } from "../utils/log-and-continue"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { requireClosedPeriod, type PeriodOfProgram } from "./statements-of-period"

interface SentStatements {
  sent_count: number
  /** What the provider did not take. It is not tried again: the log says why. */
  failed_count: number
  /** What the next call sends: each call sends a few, so that it is answered in time. */
  waiting_count: number
  /** Whose affiliate has no e-mail, or has not accepted the current agreement. */
  left_out_count: number
}

const NAME = "statement_sent"
const PAGE = 1000
const AT_MOST = 50
/** PDFs made at the same time. */
const AT_ONCE = 5

const sendStatementsWorkflowId = "affiliate-send-statements"

/** Nothing to compensate: an e-mail cannot be recalled. */
const sendStatementsStep = createStep("send-statements", async (month: PeriodOfProgram, { container }) => {
  return new StepResponse(await withMedusaErrors(() => sendStatements(container, month)))
})

/**
 * Mails affiliates their statements of a closed month, each as a PDF and each once, at most 50 in a run.
 *
 * @example
 * await sendStatementsWorkflow(container).run({ input: { program_id: "affprog_01", period: "2016-04" } })
 * // { sent_count: 12, failed_count: 0, waiting_count: 0, left_out_count: 1 }
 */
export const sendStatementsWorkflow = createWorkflow(sendStatementsWorkflowId, (input: PeriodOfProgram) => {
  return new WorkflowResponse(sendStatementsStep(input))
})

async function sendStatements(container: MedusaContainer, month: PeriodOfProgram): Promise<SentStatements> {
  await requireClosedPeriod(container, month)
  await requireMails(container, month.program_id)
  const pending = await listPending(container, month)
  const next = pending.slice(0, AT_MOST)
  let sent_count = 0
  for (let from = 0; from < next.length; from += AT_ONCE) {
    const sent = await Promise.all(next.slice(from, from + AT_ONCE).map((row) => send(container, row)))
    sent_count += sent.filter(Boolean).length
  }
  const waiting_count = pending.length - next.length
  const left_out_count = (await affiliateModule(container).statements.countUnsent(month)) - waiting_count
  return { sent_count, failed_count: next.length - sent_count, waiting_count, left_out_count: Math.max(left_out_count, 0) }
}

/** @throws DomainError where nobody would get anything. */
async function requireMails(container: MedusaContainer, programId: string): Promise<void> {
  const { notifications, programs } = affiliateModule(container)
  const { rows } = await programs.list({ id: [programId] }, { limit: 1, offset: 0 })
  if (!normalizeNotifications(rows[0]?.notifications ?? null)[NAME].is_enabled) {
    throw new DomainError("not_allowed", "The program has the e-mail with the statement switched off")
  }
  const provider = container.hasRegistration(Modules.NOTIFICATION) && (await notifications.retrieveEmailProvider())
  if (!provider) throw new DomainError("not_allowed", "The store has no notification provider for e-mails")
}

async function listPending(container: MedusaContainer, { program_id, period }: PeriodOfProgram): Promise<NotificationRow[]> {
  const found: NotificationRow[] = []
  for (let after: string | null = ""; after !== null; ) {
    const page: PendingNotificationsPage = await affiliateModule(container).notifications.listPending({
      ...{ name: NAME, ids: [`${program_id}:${period}`], after, limit: PAGE },
    })
    found.push(...page.rows)
    after = page.next
  }
  return found
}

/** @returns whether the provider took it. */
async function send(container: MedusaContainer, row: NotificationRow): Promise<boolean> {
  const { period, currency_code } = row.facts.statement as { period: string; currency_code: string }
  const message = composeNotification(NAME, row, portalUrlOf(container))
  const handOver = async (): Promise<boolean> => {
    const issued = await affiliateModule(container).statements.issue({ affiliate_id: row.affiliate.id, period, currency_code })
    const content = (await buffer(await statementPdf([issued]))).toString("base64")
    const filename = statementFileName([issued.number, period, currency_code], "pdf")
    const attachments = [{ filename, content_type: "application/pdf", content }]
    return message !== null && !!(await container.resolve(Modules.NOTIFICATION).createNotifications({ ...message, attachments }))
  }
  return logAndContinue(container, `sending the statement ${row.key}`, handOver, false)
}
