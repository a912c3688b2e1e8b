import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type { collector as Collector } from "../../../src/api/affiliate/collector"
import { affiliateModule, type TestAffiliate } from "../../helpers/affiliate"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { createProgramWithAffiliate, originOf } from "./support"

jest.setTimeout(180_000)

/** The built one, beside which the script lies. */
const { collector } = jest.requireActual<{ collector: typeof Collector }>("../../../.medusa/server/src/api/affiliate/collector")

const ANSWERED = [
  "access-control-allow-headers",
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "access-control-max-age",
  "cache-control",
  "content-type",
  "cross-origin-resource-policy",
  "etag",
  "x-affiliate-ignored",
  "x-content-type-options",
]
const SHOP = { origin: "https://shop.example.com" }
const PAGE = "https://shop.example.com/lamps?ref=anna"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let anna: TestAffiliate
    let server: Server
    let own: string

    beforeAll(async () => {
      anna = (await createProgramWithAffiliate(getContainer(), { handle: "friends", attribution_model: "first_click" })).affiliate
      server = createServer(collector(getContainer())).listen(0)
      own = `http://localhost:${(server.address() as AddressInfo).port}`
    })
    afterAll(() => new Promise((resolve) => server.close(resolve)))
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const withCode = (text: string): string => text.replaceAll("anna", anna.code)
    /** What an answer says, without what differs from click to click. */
    const call = async (origin: string, path: string, init: RequestInit = {}) => {
      const sent = typeof init.body === "string" ? { ...init, body: withCode(init.body) } : init
      const answer = await fetch(origin + withCode(path), {
        ...sent,
        headers: { ...SHOP, ...(init.headers as Record<string, string> | undefined) },
      })
      const text = await answer.text()
      return {
        status: answer.status,
        headers: Object.fromEntries(ANSWERED.map((name) => [name, answer.headers.get(name)?.replace(/^W.*/, "W/<text>")])),
        click: Boolean(answer.headers.get("x-affiliate-click")),
        cookie: (answer.headers.get("set-cookie") ?? "").replace(/=[\w.-]+/, "=<token>").replace(/Expires=[^;]+/, "Expires=<date>"),
        text: text.replace(/"token":"[\w.-]+"/, '"token":"<token>"').replace(/"expires_at":"[^"]+"/, '"expires_at":"<date>"'),
      }
    }
    const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers,
    })
    const JSON_BODY = { "content-type": "application/json" }
    const counter = `/affiliate/counter?p=${encodeURIComponent(PAGE)}`

    it.each<[string, string, RequestInit, number]>([
      ["the script", "/affiliate/tracker.js", {}, 200],
      ["the image", counter, {}, 200],
      ["the image behind a proxy that speaks https", counter, { headers: { "x-forwarded-proto": "https" } }, 200],
      ["the image without a page", "/affiliate/counter", {}, 200],
      ["the image for a crawler", counter, { headers: { "user-agent": "Googlebot/2.1" } }, 200],
      ["the image with lists as parameters", "/affiliate/counter?p[]=a&p[]=b&project[x]=1", {}, 200],
      ["a click as JSON", "/affiliate/clicks", post({ url: PAGE }, JSON_BODY), 201],
      ["a click as text", "/affiliate/clicks", post({ url: PAGE }, { "content-type": "text/plain" }), 201],
      ["a page without a code", "/affiliate/clicks", post({ url: "https://shop.example.com/" }, JSON_BODY), 200],
      [
        "the question before a click",
        "/affiliate/clicks",
        { method: "OPTIONS", headers: { "access-control-request-method": "POST" } },
        204,
      ],
      ["a click without a page", "/affiliate/clicks", post({}, JSON_BODY), 400],
      ["an unknown field", "/affiliate/clicks", post({ url: PAGE, ip: "1" }, JSON_BODY), 400],
      ["an unknown parameter", "/affiliate/clicks?x=1", post({ url: PAGE }, JSON_BODY), 400],
      ["text that is no JSON", "/affiliate/clicks", post("url=x", { "content-type": "text/plain" }), 400],
      ["broken JSON", "/affiliate/clicks", post("{", JSON_BODY), 400],
      ["a body beyond the limit", "/affiliate/clicks", post({ url: "x".repeat(20_000) }, JSON_BODY), 413],
    ])("answers %s as the store does", async (_, path, init, status) => {
      const store = await call(originOf(api), path, init)
      expect(await call(own, path, init)).toEqual(store)
      expect(store.status).toBe(status)
    })

    it("stores a click like the store's, and keeps a first click by its cookie", async () => {
      const first = await fetch(own + withCode(counter))
      const token = first.headers.get("x-affiliate-click")
      const again = await fetch(own + withCode(counter), { headers: { cookie: `a=b; affiliate_click=${String(token)}` } })
      expect(first.headers.get("set-cookie")).toContain(`affiliate_click=${String(token)};`)
      expect(again.headers.get("set-cookie")).toBeNull()
      expect(await sql(getContainer(), `SELECT landing_url, affiliate_id FROM affiliate_click`)).toEqual([
        { landing_url: "https://shop.example.com/lamps", affiliate_id: anna.id },
        { landing_url: "https://shop.example.com/lamps", affiliate_id: anna.id },
      ])
    })

    it("has nothing else to say", async () => {
      const statuses = await Promise.all(["/health", "/admin/affiliates", "/store/affiliate-clicks"].map((path) => fetch(own + path)))
      expect(statuses.map(({ status }) => status)).toEqual([200, 404, 404])
    })
  },
})
