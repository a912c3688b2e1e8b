import Medusa from "@medusajs/js-sdk"

import { createAffiliateClient } from "../client"

const calls: { url: string; method?: string; body?: unknown; headers: Headers }[] = []
beforeEach(() => {
  calls.length = 0
  jest.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    calls.push({
      url: url instanceof Request ? url.url : url.toString(),
      method: init?.method,
      body: init?.body,
      headers: init?.headers as Headers,
    })
    return new Response(JSON.stringify({ attribution: null }), { status: 200 })
  })
})
afterEach(() => jest.restoreAllMocks())

const sdk = new Medusa({ baseUrl: "https://api.example.com", publishableKey: "pk_1" })
const affiliate = createAffiliateClient(sdk)

it("calls the affiliate routes with the key and the address of the shop's own SDK", async () => {
  const click = { url: "https://shop.example.com/?ref=ab12", referrer: null, token: "a.b.c" }
  await affiliate.recordClick(click)
  await affiliate.attributeCart("cart_1", { code: "WELCOME-1" }, { "x-shop": "1" })
  await affiliate.retrieveCartAttribution("cart_1")
  expect(calls.map(({ url, method, body }) => [method ?? "GET", url, body && (JSON.parse(body as string) as unknown)])).toEqual([
    ["POST", "https://api.example.com/store/affiliate-clicks", click],
    ["POST", "https://api.example.com/store/carts/cart_1/affiliate", { code: "WELCOME-1" }],
    ["GET", "https://api.example.com/store/carts/cart_1/affiliate", undefined],
  ])
  expect(calls.map(({ headers }) => headers.get("x-publishable-api-key"))).toEqual(["pk_1", "pk_1", "pk_1"])
  expect(calls[1]?.headers.get("x-shop")).toBe("1")
})

it("leaves no way out of a cart's address", async () => {
  await affiliate.retrieveCartAttribution("../customers?x")
  expect(calls[0]?.url).toBe("https://api.example.com/store/carts/..%2Fcustomers%3Fx/affiliate")
})
