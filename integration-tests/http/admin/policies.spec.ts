import { readdirSync } from "node:fs"
import path from "node:path"

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { PROTECTED_ROUTES } from "../../../src/api/policy-middlewares"
import { AFFILIATE_RESOURCES, type AffiliateResource } from "../../../src/domain/access/resources"
import { caller, type Caller } from "../../helpers/http"
import { STORE } from "../../helpers/store"

jest.setTimeout(180_000)

process.env.MEDUSA_FF_RBAC = "true"

const RESOURCES = Object.keys(AFFILIATE_RESOURCES) as AffiliateResource[]
const PASSWORD = "a-long-enough-password"
const API = path.join(__dirname, "../../../src/api/admin")

/** Every route of ours below /admin, as its address in a request. */
const ROUTES = readdirSync(API, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `/admin/${path.dirname(file).replaceAll(path.sep, "/")}`)

const matches = (matcher: string, route: string): boolean =>
  new RegExp(`^${matcher.replace(/:\w+/g, "[^/]+").replace("*", ".*")}$`).test(route.replace(/\[\w+\]/g, "x"))

it.each(ROUTES)("%s needs a policy", (route) => {
  expect(PROTECTED_ROUTES.some(([matcher]) => matches(matcher, route))).toBe(true)
})

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    /** A user whose role has some policies and no others, logged in. */
    async function userWith(policies: string[]): Promise<Caller> {
      const container = getContainer()
      const rbac = container.resolve(Modules.RBAC)
      const email = `${policies.join("-").replaceAll(":", "-") || "nothing"}@shop.example.com`
      const user = await container.resolve(Modules.USER).createUsers({ email })
      const role = (await rbac.createRbacRoles([{ name: email }]))[0]!
      const known = await rbac.listRbacPolicies({}, { take: 1000 })
      const own = known.filter(({ resource, operation }) => policies.includes(`${resource}:${operation}`))
      expect(own).toHaveLength(policies.length)
      if (own.length > 0) await rbac.createRbacRolePolicies(own.map(({ id }) => ({ role_id: role.id, policy_id: id })))
      await container
        .resolve(ContainerRegistrationKeys.LINK)
        .create({ [Modules.USER]: { user_id: user.id }, [Modules.RBAC]: { rbac_role_id: role.id } })
      const auth = container.resolve(Modules.AUTH)
      const { authIdentity } = await auth.register("emailpass", { body: { email, password: PASSWORD } } as never)
      await auth.updateAuthIdentities({ id: authIdentity!.id, app_metadata: { user_id: user.id } })
      const { data } = await api.post("/auth/user/emailpass", { email, password: PASSWORD })
      return caller(api, { authorization: `Bearer ${(data as { token: string }).token}` })
    }

    const LISTS: Record<AffiliateResource, string> = {
      affiliate_program: "/admin/affiliate-programs",
      affiliate: "/admin/affiliates",
      affiliate_commission: "/admin/affiliate-commissions",
      affiliate_payout: "/admin/affiliate-payouts",
    }
    const statuses = (user: Caller) => Promise.all(RESOURCES.map(async (resource) => (await user.get(LISTS[resource])).status))

    it("offers a policy to read and one to change each resource", async () => {
      const known = await getContainer().resolve(Modules.RBAC).listRbacPolicies({}, { take: 1000 })
      const ours = known.filter(({ resource }) => RESOURCES.includes(resource as AffiliateResource))
      expect(ours.map(({ resource, operation }) => `${resource}:${operation}`).sort()).toEqual(
        RESOURCES.flatMap((resource) => [`${resource}:read`, `${resource}:update`]).sort()
      )
    })

    it("shows nothing to a role without policies", async () => {
      const nobody = await userWith([])
      expect(await statuses(nobody)).toEqual([403, 403, 403, 403])
      expect((await nobody.post("/admin/affiliate-programs", { name: "X" })).status).toBe(403)
      expect((await nobody.get("/admin/orders/order_x/affiliate")).status).toBe(403)
    })

    it.each(RESOURCES)("shows %s alone to a role that may read it, and changes nothing", async (resource) => {
      const reader = await userWith([`${resource}:read`])
      expect(await statuses(reader)).toEqual(RESOURCES.map((own) => (own === resource ? 200 : 403)))
      expect((await reader.post("/admin/affiliates/batch/update", { ids: ["aff_x"], status: "active" })).status).toBe(403)
      expect((await reader.post("/admin/affiliate-payouts", { program_id: "affprog_x" })).status).toBe(403)
    })

    it("lets a role change what it may change, and adjusts no balance without the policy of payouts", async () => {
      const clerk = await userWith(["affiliate:read", "affiliate:update"])
      const change = await clerk.post("/admin/affiliates/batch/update", { ids: ["aff_x"], status: "active" })
      expect(change).toMatchObject({ status: 200, data: { results: [{ id: "aff_x", outcome: "refused" }] } })
      const adjustment = { amount: 5, currency_code: "eur", reason: "Thanks" }
      expect((await clerk.post("/admin/affiliates/aff_x/adjustments", adjustment)).status).toBe(403)
      const cashier = await userWith(["affiliate:update", "affiliate_payout:update"])
      expect((await cashier.post("/admin/affiliates/aff_x/adjustments", adjustment)).status).toBe(404)
    })
  },
})
