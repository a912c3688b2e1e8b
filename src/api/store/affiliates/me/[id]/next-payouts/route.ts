import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { nextPayouts } from "../../../../../../domain/payouts/next-payouts"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import { unavailableMethods } from "../../../../../../workflows/payouts/payout-methods"

/** What the affiliate would be paid now in each currency, and why not. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const module = affiliateModule(req.scope)
  const id = req.params.id as string
  const { rows } = await module.affiliates.list({ id: [id] }, { limit: 1, offset: 0 })
  const [affiliate] = rows
  if (!affiliate) return void res.json({ next_payouts: [] })
  const { program_id, status } = affiliate
  const now = await module.now()
  const { rows: programs } = await module.programs.list({ id: [program_id] }, { limit: 1, offset: 0 })
  const accounts = await module.payouts.preview({ program_id, affiliate_ids: [id] }, unavailableMethods(req.scope))
  const balances = (await module.ledger.listBalances([id])).get(id) ?? []
  const page = { limit: 100, offset: 0, order: "available_at" }
  const { rows: on_hold } = await module.ledger.list({ affiliate_id: [id], available_at: { gt: now } }, page)
  const payout_minimums = programs[0]?.payout_minimums ?? null
  res.json({ next_payouts: nextPayouts({ status, payout_minimums, accounts, balances, on_hold }) })
}
