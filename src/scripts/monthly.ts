import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"

import { parsePeriod } from "../domain/periods/period"
import { type DuePeriod } from "../modules/affiliate"
import { enqueueNotification } from "../workflows/notifications/notification-queue"
import { periodId } from "../workflows/notifications/notifications-for-event"
import { closePeriodsWorkflow } from "../workflows/periods"
import { programId } from "./program-id"
import { exitOnError, print, scriptArguments } from "./script-arguments"
import { table, withSign } from "./table"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/** `medusa-affiliate monthly [--date 2016-04-01] [--program id] [--dry-run]`: BILLmanager's `--command affiliatemonthly`. */
export default async function monthly({ container, args }: ExecArgs): Promise<void> {
  const { date, program, dry_run } = scriptArguments(args)
  await exitOnError(async () => {
    const request = {
      period: date === undefined ? undefined : parsePeriod(date, "--date"),
      program_id: program === undefined ? undefined : await programId(container, program),
    }
    await (dry_run === "true" ? preview(container, request) : close(container, request))
  })
}

type CloseRequest = { period?: string; program_id?: string }

async function close(container: MedusaContainer, request: CloseRequest): Promise<void> {
  const { result } = await closePeriodsWorkflow(container).run({ input: { ...request, closed_by: "command line" } })
  if (result.length === 0) print("Nothing is due.")
  for (const { program_id, period, closed, status, closed_at, closed_by } of result) {
    const before = status === "closed" ? `was closed before (${closed_at} by ${closed_by})` : "is open"
    print(`${period}  ${program_id}  ${closed ? "closed" : `${before}, nothing written`}`)
    await printMonth(container, { program_id, period })
    // A command runs without subscribers, so with an in-memory event bus no other process would notify the affiliates.
    if (closed) await enqueueNotification(container, ["month_closed", periodId({ program_id, period })])
  }
}

/** Reads what is recorded. Orders that events missed are recorded by the close, or by `medusa-affiliate reconcile`. */
async function preview(container: MedusaContainer, request: CloseRequest): Promise<void> {
  const affiliate = affiliateModule(container)
  const due = await affiliate.periods.listToClose(request)
  if (due.length === 0) print("Nothing is due.")
  for (const item of due) {
    print(`${item.period}  ${item.program_id}  dry run, nothing written`)
    await printMonth(container, item)
  }
}

/** A month affiliate by affiliate beside the month before, and its sums by currency. */
async function printMonth(container: MedusaContainer, { program_id, period }: Pick<DuePeriod, "program_id" | "period">): Promise<void> {
  const month = await affiliateModule(container).periods.retrieve(program_id, period)
  if (!month || month.comparison.length === 0) return
  const lines = month.lines.map(({ order_count, expense_amount, amount, outcome, reason, ...line }) => {
    return [line.affiliate_code, String(order_count), expense_amount, amount, ...compared(line), reason ? `${outcome}: ${reason}` : outcome]
  })
  const absent = month.absent.map((line) => [line.affiliate_code, "0", "", "", ...compared(line), "nothing this month"])
  const sums = month.comparison.map(({ expense_amount, amount, ...sum }) => ["total", "", expense_amount, amount, ...compared(sum), ""])
  print(table([HEADER, ...lines, ...absent, ...sums], [1, 2, 3, 4, 5]))
}

const HEADER = ["affiliate", "orders", "expenses", "reward", "before", "difference", "", "outcome"]

const compared = ({ previous_amount, difference, currency_code }: Compared): string[] => [
  previous_amount,
  withSign(difference),
  currency_code.toUpperCase(),
]

type Compared = { previous_amount: string; difference: string; currency_code: string }
