import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createUserAccountWorkflow } from "@medusajs/medusa/core-flows"

export interface Login {
  email: string
  password: string
}

export interface Person extends Login {
  first_name: string
  last_name: string
}

export const ADMIN: Person = { first_name: "Ada", last_name: "Admin", email: "admin@example.com", password: "supersecret" }
/** A registered customer who has not ordered yet: promo codes work for them. */
export const SHOPPER: Person = { first_name: "Sam", last_name: "Shopper", email: "sam@example.com", password: "password" }

/** An account that can log in, made as the store's own registration makes it. */
export async function register(container: MedusaContainer, { password, ...customerData }: Person): Promise<CustomerDTO> {
  const authIdentityId = await createIdentity(container, { email: customerData.email, password })
  const { result } = await createCustomerAccountWorkflow(container).run({ input: { authIdentityId, customerData } })
  return result
}

/** @returns the user's id. */
export async function createAdmin(container: MedusaContainer): Promise<string> {
  const { password, ...userData } = ADMIN
  const authIdentityId = await createIdentity(container, { email: userData.email, password })
  const { result } = await createUserAccountWorkflow(container).run({ input: { authIdentityId, userData } })
  return result.id
}

async function createIdentity(container: MedusaContainer, body: Login): Promise<string> {
  const { authIdentity, error } = await container.resolve(Modules.AUTH).register("emailpass", { body: { ...body } })
  if (!authIdentity) throw new Error(`No login for ${body.email}: ${error ?? "the provider does not say why"}`)
  return authIdentity.id
}
