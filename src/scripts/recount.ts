import type { ExecArgs } from "@medusajs/framework/types"

import { affiliateModule } from "../workflows/utils/affiliate-module"
import { exitOnError, print } from "./script-arguments"

/** `medusa-affiliate recount` */
export default async function recount({ container }: ExecArgs): Promise<void> {
  await exitOnError(async () => {
    print(`Added the commissions of all months up again: ${await affiliateModule(container).periods.recount()} sums.`)
  })
}
