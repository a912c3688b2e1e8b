import type { MedusaContainer } from "@medusajs/framework/types"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"

import { register, type Person } from "../people"
import { affiliateModule, runWorkflow } from "../plugin"

export interface Enrolled {
  id: string
  customer_id: string
  /** What their link carries. */
  code: string
  /** Absent while they are pending. */
  promo_code?: string
}

/** A person registers in the shop and joins a program, as they would on the affiliates' page. */
export async function registerAndJoin(
  container: MedusaContainer,
  person: Person,
  { group_id, ...joining }: { program_id: string; agreement_version?: number; group_id?: string; now: Date }
): Promise<Enrolled> {
  const { first_name, last_name, email, password } = person
  const customer = await register(container, { first_name, last_name, email, password })
  if (group_id) await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id: group_id, add: [customer.id] } })
  const [joined] = await runWorkflow<{ affiliate_id: string }[]>(container, "affiliate-enroll-affiliates", {
    ...joining,
    customer_ids: [customer.id],
    origin: "customer",
  })
  return readEnrolled(container, joined?.affiliate_id ?? "")
}

export async function readEnrolled(container: MedusaContainer, id: string): Promise<Enrolled> {
  const { code, customer_id, promo_codes } = await affiliateModule(container).retrieveAffiliate(id, { relations: ["promo_codes"] })
  return { id, code, customer_id, promo_code: promo_codes[0]?.code }
}
