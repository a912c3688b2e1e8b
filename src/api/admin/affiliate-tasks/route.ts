import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { unavailableMethods } from "../../../workflows/payouts/payout-methods"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import type { AdminGetTasks } from "./validators"

const FIRST = { limit: 1, offset: 0, order: "period" }

/** What waits for the merchant: applications, payouts, missing details, the month that closes next, orders in quarantine. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetTasks>, res: MedusaResponse): Promise<void> {
  const { program_id } = req.validatedQuery
  const { statistics, payouts, periods } = affiliateModule(req.scope)
  const open = await periods.list({ status: ["open"], program_id: program_id === undefined ? undefined : [program_id] }, FIRST)
  res.json({
    affiliate_tasks: {
      ...(await statistics.countTasks(program_id)),
      ...(await payouts.sum(program_id, unavailableMethods(req.scope))),
      next_period: open.rows[0] ?? null,
    },
  })
}
