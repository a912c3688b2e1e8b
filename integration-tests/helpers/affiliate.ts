import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type AffiliateModuleService from "../../src/modules/affiliate/service"

/** The module under test, from the running store. */
export const affiliateModule = (container: MedusaContainer): AffiliateModuleService => container.resolve("affiliate")

export interface TestAffiliate {
  id: string
  code: string
  number: number
  customer_id: string
}

/** A program at 10 %, written straight to the module: for tests that are not about making programs. */
export async function createProgram(container: MedusaContainer, overrides: Record<string, unknown> = {}): Promise<string> {
  const handle = `program-${Math.random().toString(36).slice(2)}`
  const defaults = {
    name: "Friends",
    handle,
    site_url: "https://shop.example.com",
    commission_percent: "10",
    created_at: new Date("2010-01-01"),
  }
  const program = await affiliateModule(container).createPrograms({ ...defaults, ...overrides })
  affiliateModule(container).clicks.forgetPrograms()
  return program.id
}

/** An active affiliate with a customer of their own. */
export async function createAffiliate(
  container: MedusaContainer,
  programId: string,
  overrides: Record<string, unknown> = {}
): Promise<TestAffiliate> {
  const code = `code${Math.random().toString(36).slice(2, 10)}`
  const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email: `${code}@affiliates.example.com` })
  const affiliate = await affiliateModule(container).createAffiliates({
    program_id: programId,
    customer_id: customer.id,
    code,
    ...overrides,
  })
  return { id: affiliate.id, code: affiliate.code, number: affiliate.number, customer_id: customer.id }
}

/** Ties an e-mail to an affiliate, as if it had happened at `started_at`. */
export async function createReferral(
  container: MedusaContainer,
  affiliate: { id: string; program_id: string },
  email: string,
  started_at = new Date("2010-01-01")
): Promise<string> {
  const referral = await affiliateModule(container).createReferrals({
    program_id: affiliate.program_id,
    affiliate_id: affiliate.id,
    email,
    source: "link",
    started_at,
  })
  return referral.id
}
