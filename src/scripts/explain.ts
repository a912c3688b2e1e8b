import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"
import { orSayWhy, print, scriptArguments } from "./script-arguments"
import { table } from "./table"

/** `medusa-affiliate explain <order id or number>` */
export default async function explain({ container, args }: ExecArgs): Promise<void> {
  const { order = "" } = scriptArguments(args)
  await orSayWhy(async () => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const orderId = await orderIdOf(container, order)
    const explanation = await affiliate.explainOrder(orderId)
    if (!explanation) throw new Error(`There is no order ${order.slice(0, 64)}`)

    const { outcome, reason, affiliate: earner, rate_percent } = explanation
    print(
      outcome === "attributed" && earner
        ? `Order ${order} belongs to affiliate ${earner.code} (number ${earner.number}) at ${rate_percent ?? "?"} %, decided by: ${reason}`
        : `Order ${order} earned for nobody: ${reason}`
    )
    const touched = explanation.evidence.map((item) => [item.occurred_at, item.type, item.affiliate_code, item.reason ?? item.verdict])
    if (touched.length > 0) print(`\nWhat touched it:\n${table(touched)}`)

    const { rows } = await affiliate.readCommissions({ order_id: [orderId] }, { limit: 1000, offset: 0, order: "sequence" })
    const earned = rows.map(({ occurred_at, kind, expense_amount, amount, currency_code, period, status }) => {
      return [occurred_at.toISOString(), kind, expense_amount, amount, currency_code.toUpperCase(), period, status]
    })
    if (earned.length > 0)
      print(`\nWhat it earned:\n${table([["when", "kind", "expense", "reward", "", "month", "status"], ...earned], [2, 3])}`)
  })
}

/** Merchants know orders by their number. */
async function orderIdOf(container: MedusaContainer, order: string): Promise<string> {
  if (!/^#?\d{1,9}$/.test(order)) return order
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters: { display_id: Number(order.replace("#", "")) } })
  return (data as { id: string }[])[0]?.id ?? order
}
