import type { MedusaContainer } from "@medusajs/framework/types"
import { createCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"

import { runWorkflow } from "../plugin"
import type { Shop } from "../shop/store"
import { TIMEZONE } from "../time/calendar"
import { FIRST_AGREEMENT, HOLD_DAYS } from "./agreement"

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

/** On the statements. A company that does not exist, with a number that is nobody's. */
const ISSUER = {
  issuer_name: "Hollow Oak Coffee GmbH",
  issuer_address: "Am Sandtorkai 1\n20457 Hamburg\nGermany",
  issuer_tax_id: "DE123456789",
  tax_note: "Affiliates outside Germany account for the tax themselves (reverse charge). Affiliates without a tax id are paid without tax.",
  is_self_billed: true,
  number_prefix: "HO-",
}

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
        hold_period_days: HOLD_DAYS,
        timezone: TIMEZONE,
        agreement_text: FIRST_AGREEMENT,
        agreement_required: false,
        payout_method: "transfer",
        payout_methods: ["transfer", "paypal", "store_credit"],
        payout_minimums: { eur: 20, usd: 20 },
        statement_settings: ISSUER,
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
        payout_method: "transfer",
        automatic_payouts: false,
        statement_settings: { ...ISSUER, number_prefix: "HO-TRADE-" },
      },
    ],
  })
  if (!main || !trade) throw new Error("The plugin made no programs")
  return { shop: main, trade, staff_group_id, resellers_group_id }
}
