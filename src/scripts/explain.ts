import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { explainInWords } from "../domain/orders/explanation/explain-in-words"
import { exitOnError, print, scriptArguments } from "./script-arguments"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/** `medusa-affiliate explain <order id or number>`: in sentences, for the telephone. */
export default async function explain({ container, args }: ExecArgs): Promise<void> {
  const { order = "" } = scriptArguments(args)
  await exitOnError(async () => {
    const affiliate = affiliateModule(container)
    const explanation = await affiliate.orders.explain(await orderIdOf(container, order))
    if (!explanation) throw new Error(`There is no order ${order.slice(0, 64)}`)

    print(
      explainInWords(explanation, await affiliate.now())
        .map((sentences) => sentences.join("\n"))
        .join("\n\n")
    )
  })
}

/** Merchants know orders by their number. */
async function orderIdOf(container: MedusaContainer, order: string): Promise<string> {
  if (!/^#?\d{1,9}$/.test(order)) return order
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters: { display_id: Number(order.replace("#", "")) } })
  return (data as { id: string }[])[0]?.id ?? order
}
