import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { recordOrders } from "../../src/workflows/orders/record-orders"
import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createProgram, createReferral } from "./affiliate"
import { andSubscribers } from "./events"
import type { Admin, ShopCustomer } from "./http"
import { createOrder, type OrderWish } from "./many-orders"
import { postAffiliate } from "./programs"
import { moveOrder, sql } from "./sql"

/** Everything an affiliate can be told, and the ids of it. */
export interface ToldStory {
  program_id: string
  anna: string
  bert: string
  /** The shopper whom a first order made Anna's referral. */
  referral: string
  period: string
  /** 10.00 EUR that were paid and 123 JPY that failed. */
  paid: string
  failed: string
  agreement: string
}

const APRIL = new Date("2016-04-15T12:00:00Z")
export const MAY = new Date("2016-05-02T12:00:00Z")

/**
 * Anna is enrolled, Bert joins and is approved. A shopper's first order makes them Anna's referral; April closes with 10.00 EUR and 123 JPY
 * for her and 3.00 EUR withheld from Bert. She is paid in euros, the yen come back, and the program gets an agreement.
 */
export async function tellStory(
  container: MedusaContainer,
  { admin, anna: annaAccount, bert: bertAccount }: { admin: Admin; anna: ShopCustomer; bert: ShopCustomer },
  notifications?: object
): Promise<ToldStory> {
  const program_id = await createProgram(container, { requires_approval: true, promo_code_template: "HI-@ID@", notifications })
  const anna = (await andSubscribers(container, "affiliate.enrolled", () => postAffiliate(admin, program_id, annaAccount.id))).id
  const join = () => bertAccount.post("/store/affiliates/me", { program_id })
  const bert = (await andSubscribers(container, "affiliate.enrolled", join)).data.affiliate.id
  await andSubscribers(container, "affiliate.approved", () => admin.post(`/admin/affiliates/${bert}`, { status: "active" }))
  // Before the orders of April: an affiliate earns nothing from orders that were placed before the approval.
  await sql(container, `UPDATE affiliate_history SET valid_from = '2016-04-01' WHERE affiliate_id = ? AND status = 'active'`, [bert])

  const referral = await referByOrder(container, program_id, anna)
  await closeApril(container, program_id, bert, bertAccount.id)
  const payouts = await payOut(container, admin, { program_id, affiliate_id: anna })
  await andSubscribers(container, "affiliate.agreement.changed", () =>
    admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text: "Be fair.", agreement_required: true })
  )
  const ids = { period: "affiliate_period", agreement: "affiliate_agreement" }
  const [period, agreement] = await Promise.all(
    Object.values(ids).map(async (table) => {
      const [row] = await sql<{ id: string }>(container, `SELECT id FROM ${table} WHERE program_id = ?`, [program_id])
      return row!.id
    })
  )
  return { program_id, anna, bert, referral, period: period!, agreement: agreement!, ...payouts }
}

async function orderInApril(container: MedusaContainer, wish: OrderWish): Promise<string> {
  const id = await createOrder(container, wish)
  await moveOrder(container, id, APRIL)
  return id
}

async function referByOrder(container: MedusaContainer, program_id: string, affiliate_id: string): Promise<string> {
  const shopper = { email: "shopper@example.com", first_name: "<b>Otto</b>", last_name: "Otter" }
  const { id: customer_id } = await container.resolve(Modules.CUSTOMER).createCustomers(shopper)
  const order = await orderInApril(container, { customer_id })
  await affiliateModule(container).createCartAttributions({
    ...{ cart_id: "cart_1", program_id, affiliate_id, source: "link", source_id: "affclk_1", occurred_at: new Date("2016-04-14") },
  })
  await sql(container, `INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [order])
  await andSubscribers(container, "affiliate.referral.created", () => recordOrders(container, [order], APRIL))
  const [referral] = await affiliateModule(container).listReferrals({ affiliate_id })
  return referral!.id
}

async function closeApril(container: MedusaContainer, program_id: string, bert: string, customer_id: string): Promise<void> {
  await orderInApril(container, { currency_code: "jpy", unit_price: 1234 })
  await createReferral(container, { id: bert, program_id }, "other@example.com")
  await orderInApril(container, { email: "other@example.com", unit_price: 30 })
  const customers = container.resolve(Modules.CUSTOMER)
  const { id: customer_group_id } = await customers.createCustomerGroups({ name: "Staff" })
  await customers.addCustomerToGroup({ customer_id, customer_group_id })
  await affiliateModule(container).createProgramCustomerGroups({ program_id, customer_group_id, access: "forbidden" })
  await andSubscribers(container, "affiliate.period.closed", () => close(container))
}

export const close = (container: MedusaContainer) =>
  closePeriodsWorkflow(container).run({ input: { period: "2016-04", closed_by: "user_1", now: MAY } })

async function payOut(container: MedusaContainer, admin: Admin, account: { program_id: string; affiliate_id: string }) {
  const onItsWay = { ...account, status: "processing" as const, created_by: "user_1", created_at: MAY }
  const [euros, yen] = await affiliateModule(container).createPayouts([
    { pay_run_id: "affrun_1", ...onItsWay, amount: "10.00", currency_code: "eur" },
    { pay_run_id: "affrun_1", ...onItsWay, amount: "123", currency_code: "jpy" },
  ])
  const [paid, failed] = [euros!.id, yen!.id]
  const route = (id: string, verb: string) => `/admin/affiliate-payouts/${id}/${verb}`
  await andSubscribers(container, "affiliate.payout.paid", () => admin.post(route(paid, "settle"), { reference: "SEPA 17" }))
  await andSubscribers(container, "affiliate.payout.failed", () => admin.post(route(failed, "fail"), { reason: "No such account" }))
  return { paid, failed }
}
