import type { MedusaContainer } from "@medusajs/framework/types"

import { closePeriodsWorkflow, reconcileOrdersWorkflow } from "../../src/workflows"
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
  /** +5.50 EUR. */
  adjustment: string
  /** What April brought: 10.00 EUR that were paid, and 123 JPY that failed. */
  paid: string
  failed: string
}

/** An instant in the open month of the story. */
export const STORY_NOW = new Date("2016-06-15T12:00:00Z")

/** Two closed months with a payout that was paid and one that failed, a cancellation after it, an adjustment, and an open month. */
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
  const payouts = await payOut(container, program_id, new Date("2016-05-05T12:00:00Z"))
  const may = await orderAt("2016-05-15", { unit_price: 50 })
  await sql(container, `UPDATE "order" SET status = 'canceled', canceled_at = '2016-05-10', updated_at = '2016-05-10' WHERE id = ?`, [
    canceled,
  ])
  await sql(container, `DELETE FROM affiliate_reconciliation`)
  await close("2016-06-02")
  const june = await orderAt("2016-06-10", { unit_price: 20 })
  await sql(container, `DELETE FROM affiliate_reconciliation`)
  await reconcileOrdersWorkflow(container).run({ input: { now: new Date("2016-06-11T12:00:00Z") } })

  // The numbers that the closes gave: the tests of statements give their own.
  await sql(container, `ALTER TABLE affiliate_statement DISABLE TRIGGER USER`)
  await sql(container, `DELETE FROM affiliate_statement`)
  await sql(container, `ALTER TABLE affiliate_statement ENABLE TRIGGER USER`)

  const { id: adjustment } = await affiliateModule(container).ledger.adjust({
    ...{ affiliate_id: anna, amount: "5.50", currency_code: "eur", reason: "Thank you", created_by: "user_1", now: STORY_NOW },
  })
  return { program_id, anna, canceled, yen, may, june, adjustment, ...payouts }
}

async function payOut(container: MedusaContainer, program_id: string, now: Date): Promise<{ paid: string; failed: string }> {
  const affiliate = affiliateModule(container)
  const made = await affiliate.payouts.create({ program_id, created_by: "user_1", now })
  const idIn = (currency: string): string => made.find(({ currency_code }) => currency_code === currency)!.payout_id!
  const [paid, failed] = [idIn("eur"), idIn("jpy")]
  await affiliate.payouts.settle({ ids: [paid], reference: "transfer 1", ended_by: "user_1", now })
  await affiliate.payouts.end({ id: failed, status: "failed", reason: "no such account", ended_by: "user_1", now })
  return { paid, failed }
}
