import type { MedusaContainer } from "@medusajs/framework/types"

import { checkEvents } from "../helpers/described-events"

/** What guards every other test of a store has to fail where an event is not as described. */
function emit(name: string, data: object): () => void {
  let see: (event: { name: string; data: object }) => void = () => undefined
  const bus = { addInterceptor: (interceptor: typeof see) => (see = interceptor) }
  const check = checkEvents({ resolve: () => bus } as unknown as MedusaContainer)
  see({ name, data })
  return check
}

it.each([
  ["an event of ours", "affiliate.payout.paid", { id: "affpay_1" }],
  [
    "an event with a word of a list",
    "affiliate.enrolled",
    { id: "aff_1", program_id: "affprog_1", customer_id: "cus_1", status: "pending" },
  ],
  ["what Medusa says of a row by itself", "affiliate.affiliate-referral.created", { id: "affref_1" }],
  ["an event of the store", "order.placed", { anything: true }],
])("takes %s", (_, name, data) => {
  expect(emit(name, data)).not.toThrow()
})

it.each([
  ["a field that is not described", "affiliate.payout.paid", { id: "affpay_1", amount: "1" }, /additional properties/],
  ["a field that is missing", "affiliate.period.closed", { period: "2016-04" }, /program_id/],
  ["a word that is not described", "affiliate.enrolled", { id: "", program_id: "", customer_id: "", status: "new" }, /allowed values/],
  ["an event that is not described", "affiliate.payout.lost", { id: "affpay_1" }, /affiliate\.payout\.lost/],
])("refuses %s", (_, name, data, said) => {
  expect(emit(name, data)).toThrow(said)
})
