import { runInNewContext } from "node:vm"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { verifyClickToken } from "../../../src/domain/clicks/click-token"
import { affiliateModule, type TestAffiliate } from "../../helpers/affiliate"
import { createPublishableKey } from "../../helpers/http"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { createProgramWithAffiliate, originOf } from "./support"

jest.setTimeout(180_000)

const KEY = { id: "new", secret: "a secret of at least thirty-two characters" }
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ token_keys: [KEY] })

const SHOP = { origin: "https://shop.example.com" }

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let anna: TestAffiliate
    let programId: string

    beforeAll(async () => {
      const made = await createProgramWithAffiliate(getContainer(), { handle: "friends" })
      ;({ affiliate: anna, program_id: programId } = made)
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const at = (path: string): string => `${originOf(api)}${path}`
    const link = (query = ""): string => `https://shop.example.com/lamps?ref=${anna.code}${query}`
    const send = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(at("/affiliate/clicks"), {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { ...SHOP, ...headers },
      })
    const clicks = () => sql(getContainer(), `SELECT id, landing_url, referrer FROM affiliate_click ORDER BY id`)
    const tokenOf = async (answer: Response): Promise<string> => ((await answer.json()) as { click: { token: string } }).click.token
    const setModel = async (attribution_model: "first_click" | "last_click"): Promise<void> => {
      await affiliateModule(getContainer()).updatePrograms({ id: programId, attribution_model })
      affiliateModule(getContainer()).clicks.forgetPrograms()
    }

    describe("POST /affiliate/clicks", () => {
      it.each([
        ["text, as a browser sends it without asking first", {}],
        ["JSON", { "content-type": "application/json" }],
      ])("takes %s, without a key and from any origin", async (_, headers) => {
        const answer = await send(
          { url: link("&email=a@b.c"), referrer: "https://blog.example.net/post?user=7" },
          headers as Record<string, string>
        )
        expect(answer.status).toBe(201)
        expect(answer.headers.get("access-control-allow-origin")).toBe("*")
        expect(answer.headers.get("access-control-expose-headers")).toBe("date")
        expect(answer.headers.get("cache-control")).toBe("no-store")
        const { click } = (await answer.json()) as { click: { token: string; expires_at: string } }
        expect(Object.keys(click)).toEqual(["token", "expires_at"])
        const claim = verifyClickToken(click.token, [KEY], new Date())
        expect(await clicks()).toEqual([
          { id: claim?.click_id, landing_url: "https://shop.example.com/lamps", referrer: "https://blog.example.net/post" },
        ])
        const lifetime = Date.parse(click.expires_at) - Date.parse(answer.headers.get("date") ?? "")
        expect(lifetime / (24 * 60 * 60 * 1000)).toBeCloseTo(90, 2)
      })

      it("tells why nothing was recorded", async () => {
        const answer = await send({ url: "https://shop.example.com/?ref=nobody" })
        expect([answer.status, await answer.json()]).toEqual([200, { click: null, reason: "unknown_code" }])
        expect(answer.headers.get("set-cookie")).toBeNull()
      })

      it("allows a page that sends JSON when it asks first", async () => {
        const answer = await fetch(at("/affiliate/clicks"), {
          method: "OPTIONS",
          headers: { ...SHOP, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
        })
        expect(answer.status).toBe(204)
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "POST",
          "access-control-allow-headers": "content-type",
        })
      })

      it.each([
        ["no JSON", "url=https://shop.example.com", /The body must be JSON/],
        ["nothing", "{}", /url/],
        ["an unknown field", JSON.stringify({ url: "https://shop.example.com/?ref=x", click_id: "1" }), /click_id/],
        ["a number as address", JSON.stringify({ url: 7 }), /url/],
        ["a list", "[]", /object/],
        ["null", "null", /url/],
      ])("refuses %s, readably for the page", async (_, body, message) => {
        const answer = await send(body)
        expect(answer.status).toBe(400)
        expect(answer.headers.get("access-control-allow-origin")).toBe("*")
        expect(((await answer.json()) as { message: string }).message).toMatch(message)
        expect(await clicks()).toEqual([])
      })

      it("reads no more than 16 KB", async () => {
        expect((await send({ url: link(`&x=${"y".repeat(16 * 1024)}`) })).status).toBe(413)
      })

      it("keeps its token in a cookie as the counter does, for a shop that serves it under its own address", async () => {
        const answer = await send({ url: link() }, { "x-forwarded-proto": "https" })
        const cookie = answer.headers.get("set-cookie") ?? ""
        expect(cookie.replace(await tokenOf(answer), "<token>").replace(/Expires=[^;]+/, "Expires=<date>")).toBe(
          "affiliate_click=<token>; Path=/; Expires=<date>; HttpOnly; Secure; SameSite=None"
        )
      })
    })

    describe.each(["/affiliate/clicks", "/store/affiliate-clicks"])("the first click counts: %s", (route) => {
      const post = async (token: string | null): Promise<{ token: string; expires_at: string }> => {
        const [key] = await sql<{ token: string }>(getContainer(), `SELECT token FROM api_key WHERE type = 'publishable' LIMIT 1`)
        const headers = { "content-type": "application/json", ...(key && { "x-publishable-api-key": key.token }) }
        const answer = await fetch(at(route), { method: "POST", headers, body: JSON.stringify({ url: link(), token }) })
        return ((await answer.json()) as { click: { token: string; expires_at: string } }).click
      }
      beforeAll(async () => {
        await createPublishableKey(getContainer())
      })

      it("answers the token that is held, with its own end, and records the click", async () => {
        await setModel("first_click")
        const first = await post(null)
        const second = await post(first.token)
        expect(second.token).toBe(first.token)
        expect(Math.abs(Date.parse(second.expires_at) - Date.parse(first.expires_at))).toBeLessThan(1000)
        expect(await clicks()).toHaveLength(2)
      })

      it.each(["garbage", "affclk_1", ""])("answers a new token where %j is held", async (held) => {
        await setModel("first_click")
        expect((await post(held)).token).not.toBe(held)
      })

      it("answers the new one where the last click counts", async () => {
        await setModel("last_click")
        const first = await post(null)
        expect((await post(first.token)).token).not.toBe(first.token)
      })
    })

    describe("GET /affiliate/tracker.js", () => {
      // Where a request names an ETag itself, fetch adds "no-cache" unless it is told that it has a cache. Node's types do not know the option.
      const HAS_CACHE = { cache: "force-cache" }
      const get = (headers: Record<string, string> = {}): Promise<Response> =>
        fetch(at("/affiliate/tracker.js?v=2"), { headers, ...HAS_CACHE })

      it("is a script that any page may load and any cache may keep for a while", async () => {
        const answer = await get()
        expect(answer.status).toBe(200)
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          "content-type": "application/javascript; charset=utf-8",
          "cache-control": "public, max-age=300, stale-while-revalidate=86400",
          "access-control-allow-origin": "*",
          "cross-origin-resource-policy": "cross-origin",
          "x-content-type-options": "nosniff",
        })
        expect(answer.headers.get("set-cookie")).toBeNull()
      })

      it("is answered with 304 as long as it is the same, and anew once a program has another parameter", async () => {
        const etag = (await get()).headers.get("etag") ?? ""
        expect(etag).toMatch(/^"[\w-]{22}"$/)
        expect((await get({ "if-none-match": etag })).status).toBe(304)

        await createProgramWithAffiliate(getContainer(), { handle: "via", link_parameter: "via" })
        affiliateModule(getContainer()).clicks.forgetPrograms()
        const anew = await get({ "if-none-match": etag })
        expect([anew.status, await anew.text()]).toEqual([200, expect.stringContaining('"ref,via"')])
      })

      it("runs where there is nothing it could use", async () => {
        const text = await (await get()).text()
        expect(() => runInNewContext(text, { window: {} })).not.toThrow()
        expect(() => runInNewContext(text, { window: null })).not.toThrow()
      })
    })
  },
})
