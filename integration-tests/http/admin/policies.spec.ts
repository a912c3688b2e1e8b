import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { PROTECTED_ROUTES } from "../../../src/api/policy-middlewares"
import { AFFILIATE_RESOURCES, type AffiliateResource } from "../../../src/domain/access/resources"
import { caller, type Caller, createAdmin } from "../../helpers/http"
import { STORE } from "../../helpers/store"

jest.setTimeout(300_000)

/** A store whose merchants have roles. */
process.env.MEDUSA_FF_RBAC = "true"

const RESOURCES = Object.keys(AFFILIATE_RESOURCES) as AffiliateResource[]
const PATHS = PROTECTED_ROUTES.map(([matcher]) => matcher.replace("*", "").replace(/:\w+/, "x"))

/** Below Medusa's own records, whose policy a role needs as well. */
const isMedusas = (path: string): boolean => /^\/admin\/(customers|orders|promotions)\//.test(path)

/** The policies' resources that a path needs: those of all routes it lies below. */
const needs = (path: string): AffiliateResource[] =>
  PROTECTED_ROUTES.flatMap(([matcher, resource]) =>
    new RegExp(`^${matcher.replace(/:\w+/g, "[^/]+").replace("*", ".*")}$`).test(path) ? [resource] : []
  )

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    /** A user whose role has some policies and no others, logged in. */
    async function userWith(policies: string[]): Promise<Caller> {
      const container = getContainer()
      const rbac = container.resolve(Modules.RBAC)
      const email = `${policies.join("-").replaceAll(/[:_]/g, "-") || "nothing"}@shop.example.com`
      const { id: user_id } = await createAdmin(api, container, email)
      const role = (await rbac.createRbacRoles([{ name: email }]))[0]!
      const known = await rbac.listRbacPolicies({}, { take: 1000 })
      const own = known.filter(({ resource, operation }) => policies.includes(`${resource}:${operation}`))
      expect(own).toHaveLength(policies.length)
      if (own.length > 0) await rbac.createRbacRolePolicies(own.map(({ id }) => ({ role_id: role.id, policy_id: id })))
      const link = container.resolve(ContainerRegistrationKeys.LINK)
      await link.create({ [Modules.USER]: { user_id }, [Modules.RBAC]: { rbac_role_id: role.id } })
      // Roles stand in the token, so they hold from the next login on.
      const { data } = await api.post("/auth/user/emailpass", { email, password: "a-long-enough-password" })
      return caller(api, { authorization: `Bearer ${data.token}` })
    }

    const refusedOf = async (call: (path: string) => Promise<{ status: number }>) => {
      const refused: string[] = []
      for (const path of PATHS) if ((await call(path)).status === 403) refused.push(path)
      return refused
    }

    it("offers a policy to read and one to change each resource", async () => {
      const known = await getContainer().resolve(Modules.RBAC).listRbacPolicies({}, { take: 1000 })
      const ours = known.filter(({ resource }) => RESOURCES.includes(resource as AffiliateResource))
      expect(ours.map(({ resource, operation }) => `${resource}:${operation}`).sort()).toEqual(
        RESOURCES.flatMap((resource) => [`${resource}:read`, `${resource}:update`]).sort()
      )
    })

    it("shows nothing to a role without policies, and lets it change nothing", async () => {
      const nobody = await userWith([])
      expect(await refusedOf((path) => nobody.get(path))).toEqual(PATHS)
      expect(await refusedOf((path) => nobody.post(path))).toEqual(PATHS)
      expect(await refusedOf((path) => nobody.delete(path))).toEqual(PATHS)
      // The dashboard reads the policies out of Medusa's sentence.
      const { data } = await nobody.get("/admin/affiliate-programs")
      expect(data.message).toBe("Insufficient permissions. Required policies: affiliate_program:read")
    })

    it.each(RESOURCES)("shows %s alone to a role that may read it, and changes nothing", async (resource) => {
      const reader = await userWith([`${resource}:read`])
      const others = PATHS.filter((path) => isMedusas(path) || needs(path).some((needed) => needed !== resource))
      expect(await refusedOf((path) => reader.get(path))).toEqual(others)
      expect(await refusedOf((path) => reader.post(path))).toEqual(PATHS)
      expect(await refusedOf((path) => reader.delete(path))).toEqual(PATHS)
      const lists = ["affiliate-programs", "affiliates", "affiliate-commissions", "affiliate-payouts"].map((list) => `/admin/${list}`)
      const statuses = await Promise.all(lists.map(async (list) => (await reader.get(list)).status))
      expect(statuses).toEqual(RESOURCES.map((own) => (own === resource ? 200 : 403)))
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
