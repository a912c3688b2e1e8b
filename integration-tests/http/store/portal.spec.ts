import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { caller, createAdmin, createCustomer, createPublishableKey, type Admin, type Caller } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const PORTAL = "/affiliate/portal"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("the portal", () => {
      let admin: Admin
      let everybody: Caller

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        everybody = caller(api)
      })

      it("is one page at each of its addresses, and runs nothing but its own files", async () => {
        const pages = ["", "/join/friends?invitation=x", "/reset-password", "/callback/google?code=x&state=y"]
        const answers = await Promise.all(pages.map((page) => everybody.get(PORTAL + page)))
        for (const { status, data, headers } of answers) {
          expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, "text/html; charset=utf-8", "no-cache"])
          expect([headers["referrer-policy"], headers["x-content-type-options"]]).toEqual(["no-referrer", "nosniff"])
          expect(headers["x-frame-options"]).toBeUndefined()
          expect(headers["content-security-policy"]).toBe(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
              "img-src 'self' data: blob:"
          )
          expect(data).toBe(answers[0]!.data)
          expect(data).not.toMatch(/<script(?! type="module" src=)|<style| style=| on\w+=/)
        }
      })

      it("shows the pictures of the programs' logos and banners, and of no other site", async () => {
        const images = async () => /img-src [^;]*/.exec((await everybody.get(PORTAL)).headers["content-security-policy"] ?? "")?.[0]
        const creative = { name: "Sale", width: 300, height: 250 }
        const program = await postProgram(admin, { handle: "friends", logo_url: "data:image/png;base64,AAAA" })
        expect(await images()).toBe("img-src 'self' data: blob:")
        await postProgram(admin, { handle: "brand", logo_url: "https://CDN.example.com:8443/logo.svg?v=2" })
        await admin.post(`/admin/affiliate-programs/${program.id}`, {
          creatives: ["https://cdn.example.com:8443/a.png", "https://img.example.com/b.png"].map((image_url) => ({
            ...creative,
            image_url,
          })),
        })
        expect(await images()).toBe("img-src 'self' data: blob: https://cdn.example.com:8443 https://img.example.com")
        // Whatever got into the table past the API ends no directive and begins none.
        await sql(getContainer(), `UPDATE affiliate_program SET logo_url = 'https://x;frame-ancestors/a,default-src', creatives = '{}'`)
        expect(await images()).toBe("img-src 'self' data: blob:")
      })

      it("lets only the sites embed it that the option names", async () => {
        const { portal } = affiliateModule(getContainer()).options
        const policyWith = async (frame_ancestors: string[] | undefined) => {
          portal.frame_ancestors = frame_ancestors
          return /frame-ancestors .*/.exec((await everybody.get(PORTAL)).headers["content-security-policy"] ?? "")?.[0]
        }
        expect(await policyWith(["https://shop.example.com", "*.example.net"])).toBe(
          "frame-ancestors https://shop.example.com *.example.net"
        )
        expect(await policyWith([])).toBe("frame-ancestors 'none'")
        expect(await policyWith(undefined)).toBeUndefined()
      })

      it("serves its hashed files for good, compressed as the browser takes them, and no others", async () => {
        const { data: page } = await everybody.get(PORTAL)
        const files = [...(page as string).matchAll(/\/affiliate\/portal\/assets\/[\w.-]+/g)].map(([file]) => file)
        expect(files.length).toBeGreaterThanOrEqual(2)
        for (const file of files) {
          for (const [accepted, encoding] of [
            ["br, gzip", "br"],
            ["gzip", "gzip"],
            ["identity", undefined],
          ]) {
            const { status, headers } = await everybody.get(file, { headers: { "accept-encoding": accepted }, decompress: false })
            const isTiny = headers["content-encoding"] === undefined && Number(headers["content-length"]) < 1_000
            const type = file.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8"
            expect([status, headers["content-type"], headers["content-encoding"]]).toEqual([200, type, isTiny ? undefined : encoding])
            expect([headers["cache-control"], headers.vary]).toEqual([
              "public, max-age=31536000, immutable",
              expect.stringContaining("Accept-Encoding"),
            ])
          }
        }
        const wrong = ["portal-AAAAAAAA.js", "..%2findex.html", "..%2F..%2Findex.js", "portal.js", "constructor", "%00"]
        for (const file of wrong) expect([file, (await everybody.get(`${PORTAL}/assets/${file}`)).status]).toEqual([file, 404])
      })

      it("embeds itself by a script of one address", async () => {
        const { status, headers } = await everybody.get(`${PORTAL}/embed.js`)
        expect([status, headers["content-type"], headers["cache-control"], headers["cross-origin-resource-policy"]]).toEqual([
          ...[200, "text/javascript; charset=utf-8", "public, max-age=3600", "cross-origin"],
        ])
      })

      describe("its configuration", () => {
        const config = async (query = "") => (await everybody.get(`${PORTAL}/config${query}`)).data.config

        it("names a publishable key: of the program's channels, else of the store's own, else the oldest that holds", async () => {
          const container = getContainer()
          const keys = container.resolve(Modules.API_KEY)
          const newKey = (title: string) => keys.createApiKeys({ title, type: "publishable", created_by: "test" })
          // Medusa creates one when it starts.
          for (const { id } of await keys.listApiKeys({ type: "publishable" })) await keys.revoke(id, { revoked_by: "test" })
          expect(await config()).toMatchObject({ publishable_key: null, program: null })

          await keys.createApiKeys({ title: "Secret", type: "secret", created_by: "test" })
          const oldest = await newKey("Oldest")
          const [own, brand] = [await newKey("Own"), await newKey("Brand")]
          expect((await config()).publishable_key).toBe(oldest.token)

          const channels = container.resolve(Modules.SALES_CHANNEL)
          const [first, second] = await channels.createSalesChannels([{ name: "Own" }, { name: "Brand" }])
          const link = (key: { id: string }, channel: { id: string }) =>
            container.resolve(ContainerRegistrationKeys.LINK).create({
              [Modules.API_KEY]: { publishable_key_id: key.id },
              [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
            })
          await link(own, first!)
          await link(brand, second!)
          const stores = container.resolve(Modules.STORE)
          const [store] = await stores.listStores()
          await stores.updateStores(store!.id, { default_sales_channel_id: first!.id })
          await postProgram(admin, { handle: "brand", sales_channel_ids: [second!.id] })
          const keysOf = async (...queries: string[]) => Promise.all(queries.map(async (query) => (await config(query)).publishable_key))
          // While there is one program, it is meant without its name.
          expect(await keysOf("", "?program=brand")).toEqual([brand.token, brand.token])
          await postProgram(admin, { handle: "other" })
          expect(await keysOf("", "?program=brand", "?program=other")).toEqual([own.token, brand.token, own.token])
        })

        it("shows the terms of a running program that every customer may join, and of no other", async () => {
          const groups = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Resellers" })
          await postProgram(admin, { handle: "friends", agreement_text: "Be *fair*.", metadata: { note: "ours" } })
          await postProgram(admin, { handle: "trade", eligible_customer_group_ids: [groups.id] })
          await postProgram(admin, { handle: "paused", status: "paused" })
          await postProgram(admin, { handle: "later", starts_at: "2999-01-01T00:00:00Z" })
          await postProgram(admin, { handle: "over", starts_at: "2016-01-01T00:00:00Z", ends_at: "2017-01-01T00:00:00Z" })

          const { program } = await config("?program=friends")
          expect(program).toMatchObject({
            ...{ handle: "friends", agreement_version: 1, agreement_html: "<p>Be <em>fair</em>.</p>\n", application_questions: [] },
          })
          for (const hidden of ["metadata", "eligible_customer_group_ids", "sales_channel_ids", "is_enrolled", "affiliate"]) {
            expect(program).not.toHaveProperty(hidden)
          }
          for (const handle of ["trade", "paused", "later", "over", "unknown", "'", "FRIENDS "]) {
            expect([handle, (await config(`?program=${encodeURIComponent(handle)}`)).program]).toEqual([handle, null])
          }
        })

        it("refuses what it does not know", async () => {
          for (const [query, message] of [
            ["?programme=x", "programme: is unknown, known are program"],
            ["?program=", "program: "],
            ["?program=a&program=b", "program: "],
            ["?program=%00", "program: must be text without a NUL"],
          ] as const) {
            const { status, data } = await everybody.get(`${PORTAL}/config${query}`)
            expect([query, status, data.message]).toEqual([query, 400, expect.stringMatching(new RegExp(`^${message}`))])
          }
        })
      })

      it("finds the store's ways to log in, and changes a password by the token of an e-mail, once", async () => {
        const key = await createPublishableKey(getContainer())
        const { email } = await createCustomer(api, key, { email: "anna@example.com" })
        const { data } = await everybody.get("/auth/customer/providers")
        expect(data.providers).toMatchObject([{ id: "emailpass", flow: "credentials" }])

        const { jwtSecret: secret } = getContainer().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
        const input = { entityId: email, actorType: "customer", provider: "emailpass", secret: secret as string }
        const { result: token } = await generateResetPasswordTokenWorkflow(getContainer()).run({ input })
        const bearer = caller(api, { authorization: `Bearer ${token}` })
        const change = (password: string) => bearer.post("/auth/customer/emailpass/update", { password })
        expect((await change("another-password")).status).toBe(200)
        expect((await change("a-third-password")).status).toBe(401)
        const logIn = async (password: string) => (await everybody.post("/auth/customer/emailpass", { email, password })).status
        expect([await logIn("another-password"), await logIn("a-third-password")]).toEqual([200, 401])
      })
    })

    describe("an affiliate's next payout", () => {
      it("says what would be paid, and why not", async () => {
        const admin = await createAdmin(api, getContainer())
        const key = await createPublishableKey(getContainer())
        const anna = await createCustomer(api, key, { first_name: "Anna" })
        const other = await createCustomer(api, key)
        const program = await postProgram(admin, { payout_method: "paypal", payout_minimums: { eur: "20" } })
        const { data } = await anna.post("/store/affiliates/me", { program_id: program.id })
        const { id } = data.affiliate
        const path = `/store/affiliates/me/${id}/next-payouts`
        const next = async () => (await anna.get(path)).data.next_payouts
        const adjust = (amount: string) =>
          admin.post(`/admin/affiliates/${id}/adjustments`, { amount, currency_code: "eur", reason: "A poster" })

        expect(await next()).toEqual([])
        await adjust("12")
        expect(await next()).toEqual([
          {
            ...{ currency_code: "eur", available: "12.00", amount: "0.00", reason: "below_minimum", method: "paypal", minimum: "20.00" },
            next_available_at: null,
          },
        ])
        await adjust("18")
        expect(await next()).toMatchObject([{ available: "30.00", amount: "0.00", reason: "no_payout_details" }])
        await anna.post(`/store/affiliates/me/${id}/payout-method`, {
          method: "paypal",
          details: { email: "anna@example.com" },
        })
        expect(await next()).toMatchObject([{ available: "30.00", amount: "30.00", reason: null }])
        await admin.post(`/admin/affiliates/${id}`, { status: "suspended", reason: "Bids on our name" })
        expect(await next()).toMatchObject([{ available: "30.00", amount: "0.00", reason: "affiliate_not_active" }])
        await admin.post(`/admin/affiliates/${id}`, { status: "active" })
        await admin.post("/admin/affiliate-payouts", { program_id: program.id })
        expect(await next()).toMatchObject([{ available: "0.00", amount: "0.00", reason: "already_processing" }])

        expect((await other.get(path)).status).toBe(404)
        expect((await anna.get(`${path}?x=1`)).status).toBe(400)
        expect((await caller(api, { "x-publishable-api-key": key }).get(path)).status).toBe(401)
      })
    })
  },
})
