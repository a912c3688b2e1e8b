import type { Demo } from "./demo"
import { type Client, registerCustomer } from "./http"

export interface Affiliate {
  id: string
  name: string
}

/** A new affiliate with 30 euro to be paid today. What the demo's own affiliates earned last month is on hold until the 15th. */
export async function affiliateWithMoney(
  { demo, admin, unique }: { demo: Demo; admin: Client; unique: string },
  first_name: string
): Promise<Affiliate> {
  const customer = { first_name, last_name: "Payee", email: `${first_name.toLowerCase()}-${unique}@example.com` }
  const { id: customer_id } = await registerCustomer(demo, customer)
  const { affiliate } = await admin<{ affiliate: { id: string } }>("/admin/affiliates", { program_id: demo.program_id, customer_id })
  await admin(`/admin/affiliates/${affiliate.id}/adjustments`, { amount: "30", currency_code: "eur", reason: "A poster in the window" })
  return { id: affiliate.id, name: `${first_name} Payee` }
}
