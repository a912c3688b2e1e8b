import type { ExecArgs } from "@medusajs/framework/types"

import { reconcileOrdersWorkflow } from "../workflows/orders"
import { exitOnError, print, scriptArguments } from "./script-arguments"

/** `medusa-affiliate reconcile [--full]` */
export default async function reconcile({ container, args }: ExecArgs): Promise<void> {
  const { full } = scriptArguments(args)
  await exitOnError(async () => {
    const { result } = await reconcileOrdersWorkflow(container).run({ input: { full: full === "true" } })
    const { quarantined_count: refused } = result
    print(`Looked at ${result.order_count} changed orders and recorded ${result.commission_count} commissions.`)
    if (refused > 0) print(`${refused} orders could not be recorded and are in quarantine: medusa-affiliate doctor names them.`)
  })
}
