import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { missingDetailsOf, payableOf } from "../../../domain/statistics/tasks"
import { unavailableMethods } from "../../../workflows/payouts/payout-methods"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import type { AdminGetTasks } from "./validators"

const FIRST = { limit: 1, offset: 0, order: "period" }
/** Merchants have a few programs; their accounts are evaluated one program at a time, as a payout does it. */
const PROGRAMS = { limit: 100, offset: 0, order: "number" }

/** What waits for the merchant: applications, payouts, missing details, the month that closes next, orders in quarantine. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetTasks>, res: MedusaResponse): Promise<void> {
  const { program_id } = req.validatedQuery
  const { statistics, programs, payouts, periods } = affiliateModule(req.scope)
  const of = program_id === undefined ? {} : { id: [program_id] }
  const unavailable = unavailableMethods(req.scope)
  const accounts = []
  for (const { id } of (await programs.list(of, PROGRAMS)).rows) accounts.push(...(await payouts.preview({ program_id: id }, unavailable)))
  const open = await periods.list({ status: ["open"], program_id: program_id === undefined ? undefined : [program_id] }, FIRST)
  res.json({
    affiliate_tasks: {
      ...(await statistics.countTasks(program_id)),
      payable: payableOf(accounts),
      missing_details: missingDetailsOf(accounts),
      next_period: open.rows[0] ?? null,
    },
  })
}
