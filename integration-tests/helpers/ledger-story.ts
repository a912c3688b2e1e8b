import type { MedusaContainer } from "@medusajs/framework/types"

import { closePeriodsWorkflow, reconcileOrdersWorkflow } from "../../src/workflows/period"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "./affiliate"
import { createOrder, type OrderWish } from "./many-orders"
import { moveOrder, sql } from "./sql"

/** A store with one of everything the ledger knows, and the ids of it. */
export interface LedgerStory {
  program_id: string
  anna: string
  /** 100.00 EUR in April 2016, canceled in May. */
  canceled: string
  /** 1234 JPY in April 2016. */
  yen: string
  /** 50.00 EUR in May 2016. */
  may: string
  /** 20.00 EUR in June 2016, which is open. */
  june: string
  adjustment: string
}

/** An instant in the open month of the story. */
export const STORY_NOW = new Date("2016-06-15T12:00:00Z")

const POSTING = `
  INSERT INTO affiliate_ledger_entry (id, account, program_id, affiliate_id, amount, currency_code, source_type, source_id, available_at, occurred_at)
  SELECT affiliate_new_id('affent'), leg.account, p.program_id, p.affiliate_id, p.amount * leg.sign, p.currency_code, ?, p.id, p.created_at, p.created_at
  FROM affiliate_payout p CROSS JOIN (VALUES ('affiliate', ?::int), ('payout', -1 * ?::int)) AS leg(account, sign) WHERE p.id = ?`

/** Two closed months with a late cancellation, an adjustment, a payout that was paid and one that failed, and an open month. */
export async function writeLedgerStory(container: MedusaContainer): Promise<LedgerStory> {
  const program_id = await createProgram(container, { timezone: "Europe/Berlin", created_at: new Date("2016-04-01T08:00:00Z") })
  const { id: anna } = await createAffiliate(container, program_id)
  await createReferral(container, { id: anna, program_id }, "shopper@example.com")
  const orderAt = async (day: string, wish: OrderWish): Promise<string> => {
    const id = await createOrder(container, wish)
    await moveOrder(container, id, new Date(`${day}T12:00:00Z`))
    return id
  }
  const close = (day: string) => closePeriodsWorkflow(container).run({ input: { closed_by: "test", now: new Date(`${day}T12:00:00Z`) } })

  const canceled = await orderAt("2016-04-15", {})
  const yen = await orderAt("2016-04-16", { currency_code: "jpy", unit_price: 1234 })
  await close("2016-05-02")
  const may = await orderAt("2016-05-15", { unit_price: 50 })
  await sql(container, `UPDATE "order" SET status = 'canceled', canceled_at = '2016-05-10', updated_at = '2016-05-10' WHERE id = ?`, [
    canceled,
  ])
  await sql(container, `DELETE FROM affiliate_reconciliation`)
  await close("2016-06-02")
  const june = await orderAt("2016-06-10", { unit_price: 20 })
  await sql(container, `DELETE FROM affiliate_reconciliation`)
  await reconcileOrdersWorkflow(container).run({ input: { now: new Date("2016-06-11T12:00:00Z") } })

  const adjustment = await affiliateModule(container).adjustBalance({
    ...{ affiliate_id: anna, amount: "5.50", currency_code: "eur", reason: "Thank you", created_by: "user_1", now: STORY_NOW },
  })
  for (const [id, amount, status] of [
    ["affpay_paid", "3.00", "paid"],
    ["affpay_failed", "2.00", "failed"],
  ]) {
    await sql(
      container,
      `INSERT INTO affiliate_payout (id, program_id, affiliate_id, amount, currency_code, status, created_by, ended_at)
       VALUES (?, ?, ?, ?, 'eur', ?, 'user_1', now())`,
      [id, program_id, anna, amount, status]
    )
    await sql(container, POSTING, ["payout", -1, -1, id])
  }
  await sql(container, POSTING, ["payout_reversal", 1, 1, "affpay_failed"])
  return { program_id, anna, canceled, yen, may, june, adjustment }
}
