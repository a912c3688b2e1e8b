import type { MedusaContainer } from "@medusajs/framework/types"
import { createCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"

import { runWorkflow } from "../plugin"
import type { Shop } from "../shop/store"
import { TIMEZONE } from "../time/calendar"

export interface Program {
  id: string
  number: number
}

export interface Programs {
  shop: Program
  trade: Program
  staff_group_id: string
  resellers_group_id: string
}

/** The launcher keeps this address true when the shop moves to another port. */
export const SITE_URL = `http://localhost:${process.env.PORT ?? "9000"}/shop`

const AGREEMENT = `Affiliate program agreement

1. You recommend the shop, we pay you the agreed percentage of what the shoppers you send spend.
2. The month is settled on the first day of the next one; the amount becomes available fourteen days later.
3. Orders that are canceled or sent back earn nothing.`

export async function createProgramsAndGroups(container: MedusaContainer, shop: Shop): Promise<Programs> {
  const { result: groups } = await createCustomerGroupsWorkflow(container).run({
    input: { customersData: [{ name: "Staff" }, { name: "Resellers" }] },
  })
  const [staff_group_id = "", resellers_group_id = ""] = groups.map(({ id }) => id)
  const [main, trade] = await runWorkflow<Program[]>(container, "affiliate-create-programs", {
    programs: [
      {
        name: "Demo shop affiliates",
        handle: "demo-shop",
        site_url: SITE_URL,
        commission_percent: 10,
        customer_discount_percent: 5,
        promo_code_template: "WELCOME-@ID@",
        forbidden_customer_group_ids: [staff_group_id],
        sales_channel_ids: [shop.sales_channel_id],
        hold_period_days: 14,
        timezone: TIMEZONE,
        agreement_text: AGREEMENT,
        payout_minimums: { eur: 20, usd: 20 },
      },
      {
        name: "Trade affiliates",
        handle: "trade",
        site_url: SITE_URL,
        commission_percent: 4,
        promo_code_template: "TRADE-@ID@",
        eligible_customer_group_ids: [resellers_group_id],
        sales_channel_ids: [shop.trade_sales_channel_id],
        requires_approval: true,
        hold_period_days: 30,
        timezone: TIMEZONE,
      },
    ],
  })
  if (!main || !trade) throw new Error("The plugin made no programs")
  return { shop: main, trade, staff_group_id, resellers_group_id }
}
