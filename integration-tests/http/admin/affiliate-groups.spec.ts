import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, createCustomer, createPublishableKey, type Admin, type ShopCustomer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const GROUPS = "/admin/affiliate-groups"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let anna: ShopCustomer
    let affiliates: string[]

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      const key = await createPublishableKey(getContainer())
      const program = await postProgram(admin)
      const other = await postProgram(admin, { name: "Others" })
      anna = await createCustomer(api, key, { email: "anna@example.com" })
      const bert = await createCustomer(api, key, { email: "bert@example.com" })
      affiliates = [
        (await postAffiliate(admin, program.id, anna.id)).id,
        (await postAffiliate(admin, program.id, bert.id)).id,
        (await postAffiliate(admin, other.id, anna.id)).id,
      ]
    })

    const create = async (name: string): Promise<string> => (await admin.post(GROUPS, { name })).data.affiliate_group.id
    const change = (id: string, body: object) => admin.post(`${GROUPS}/${id}/affiliates`, body)
    const members = async (id: string): Promise<string[]> =>
      (await admin.get(`/admin/affiliates?group_id=${id}`)).data.affiliates.map((row: { id: string }) => row.id).sort()
    const names = async (query = ""): Promise<string[]> =>
      (await admin.get(`${GROUPS}?${query}`)).data.affiliate_groups.map((group: { name: string }) => group.name)

    it("creates, renames and lists groups, whose names are each given once", async () => {
      const { status, data } = await admin.post(GROUPS, { name: "  Press​ and   radio " })
      expect([status, data.affiliate_group]).toEqual([
        200,
        {
          id: expect.stringMatching(/^affgroup_/),
          name: "Press and radio",
          affiliate_count: 0,
          created_by: admin.id,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        },
      ])
      const { id } = data.affiliate_group
      const vip = await create("VIP")
      const refused = (message: string) => ({ status: 400, data: { type: "invalid_data", message } })
      expect(await admin.post(GROUPS, { name: "VIP" })).toMatchObject(refused('name: "VIP" is the name of another group'))
      expect(await admin.post(`${GROUPS}/${id}`, { name: "VIP" })).toMatchObject(refused('name: "VIP" is the name of another group'))
      expect(await admin.post(GROUPS, { name: " \t" })).toMatchObject(refused("name: must have 1 to 100 characters"))
      expect(await admin.post(GROUPS, { name: "x".repeat(101) })).toMatchObject(refused("name: must have 1 to 100 characters"))
      expect((await admin.post(`${GROUPS}/${id}`, { name: "Press" })).data.affiliate_group).toMatchObject({ id, name: "Press" })
      expect((await admin.post(`${GROUPS}/${vip}`, { name: "VIP" })).status).toBe(200)
      expect([await names(), await names("order=-name"), await names("q=pre")]).toEqual([["Press", "VIP"], ["VIP", "Press"], ["Press"]])
      for (const answer of [await admin.get(`${GROUPS}/affgroup_x`), await admin.post(`${GROUPS}/affgroup_x`, { name: "X" })]) {
        expect(answer.status).toBe(404)
      }
    })

    it("gives one name once, also to requests at the same time", async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => admin.post(GROUPS, { name: "VIP" })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
      const ids = [await create("A"), await create("B"), await create("C")]
      const renamed = await Promise.all(ids.map((id) => admin.post(`${GROUPS}/${id}`, { name: "Same" })))
      expect(renamed.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    })

    it("adds and removes affiliates of any program, all of them or none", async () => {
      const vip = await create("VIP")
      const press = await create("Press")
      const [one, two, three] = affiliates as [string, string, string]
      expect((await change(vip, { add: [one, three, one] })).data.affiliate_group).toMatchObject({ id: vip, affiliate_count: 2 })
      expect((await change(vip, { add: [one, two], remove: [three] })).data.affiliate_group.affiliate_count).toBe(2)
      await change(press, { add: [two] })
      expect([await members(vip), await members(press)]).toEqual([[one, two].sort(), [two]])
      expect((await admin.get(`/admin/affiliates?group_id=${vip},${press}`)).data.count).toBe(2)
      expect((await admin.get(`/admin/affiliates/${two}`)).data.affiliate.groups).toEqual([
        { id: press, name: "Press" },
        { id: vip, name: "VIP" },
      ])
      expect(await names(`affiliate_id=${one}`)).toEqual(["VIP"])

      expect(await change(vip, { add: [three, "aff_x"] })).toMatchObject({
        status: 400,
        data: { message: "add: there is no affiliate aff_x" },
      })
      expect(await change(vip, { add: [one], remove: [one] })).toMatchObject({
        status: 400,
        data: { message: `remove: ${one} is in add too` },
      })
      expect(await change("affgroup_x", { add: [one] })).toMatchObject({ status: 404 })
      expect(await members(vip)).toEqual([one, two].sort())
      expect((await admin.get(`/admin/affiliates/batch/export?group_id=${press}`)).data.trim().split("\n")).toHaveLength(2)
    })

    it("deletes a group with its members, and frees its name", async () => {
      const vip = await create("VIP")
      await change(vip, { add: affiliates.slice(0, 2) })
      expect((await admin.delete(`${GROUPS}/${vip}`)).data).toEqual({ id: vip, object: "affiliate_group", deleted: true })
      expect(await sql(getContainer(), `SELECT 1 FROM affiliate_group_member`)).toEqual([])
      expect((await admin.get(`/admin/affiliates/${affiliates[0]}`)).data.affiliate.groups).toEqual([])
      expect([(await admin.delete(`${GROUPS}/${vip}`)).status, (await change(vip, { add: affiliates })).status]).toEqual([404, 404])
      expect(await create("VIP")).not.toBe(vip)
    })

    it("undoes each change, and nothing that others have done since", async () => {
      const { groups } = affiliateModule(getContainer()).affiliates
      const [one, two, three] = affiliates as [string, string, string]
      const vip = await create("VIP")
      const changed = await groups.changeMembers({ group_id: vip, add: [one, two], remove: [] })
      const later = await groups.changeMembers({ group_id: vip, add: [one, three], remove: [two] })
      expect([changed, later]).toEqual([
        { add: [one, two], remove: [] },
        { add: [three], remove: [two] },
      ])
      await groups.restoreMembers(vip, later)
      expect(await members(vip)).toEqual([one, two].sort())

      await groups.restore(vip, await groups.delete(vip))
      expect(await members(vip)).toEqual([one, two].sort())

      const renamed = await groups.rename(vip, "Friends")
      await groups.rename(vip, "Best friends")
      await groups.restoreName(vip, renamed)
      expect(await names()).toEqual(["Best friends"])
      await groups.restoreName(vip, { before: "VIP", after: "Best friends" })
      expect(await names()).toEqual(["VIP"])
    })
  },
})
