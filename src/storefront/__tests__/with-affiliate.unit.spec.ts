import { withAffiliate } from "../with-affiliate"

const OPTIONS = { backendUrl: "https://api.example.com/" }
const LANDING = "https://shop.example.com/de/lamps?ref=ab12"
const TOKEN = "store.YWZm.T0r9"
const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()

let calls: { url: string; user_agent: string | null; body: Record<string, unknown>; signal: unknown }[]
let answer: () => Promise<unknown>

beforeEach(() => {
  calls = []
  answer = async () => ({ click: { token: TOKEN, expires_at: inDays(90) } })
  jest.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    calls.push({
      url: url instanceof Request ? url.url : url.toString(),
      user_agent: new Headers(init?.headers).get("user-agent"),
      body: JSON.parse(init?.body as string) as Record<string, unknown>,
      signal: init?.signal,
    })
    const json = await answer()
    return { json: async () => json } as Response
  })
})
afterEach(() => jest.restoreAllMocks())

const shop = async (): Promise<Response> => new Response("the page", { headers: { "x-shop": "1", "cache-control": "s-maxage=60" } })
const open = (url = LANDING, headers: Record<string, string> = {}, options = {}, handle = shop, method = "GET") =>
  withAffiliate(handle, { ...OPTIONS, ...options })(new Request(url, { headers, method }))

it("records the landing and keeps its token where no script reads it", async () => {
  const response = await open(LANDING, {
    referer: "https://blog.example.net/post",
    cookie: "affiliate_click=held.before.it",
    "user-agent": "Mozilla/5.0 theirs",
  })
  expect(calls).toEqual([
    {
      url: "https://api.example.com/affiliate/clicks",
      user_agent: "Mozilla/5.0 theirs",
      body: { url: LANDING, referrer: "https://blog.example.net/post", token: "held.before.it" },
      signal: expect.any(AbortSignal) as unknown,
    },
  ])
  const cookie = response.headers.get("set-cookie") ?? ""
  expect(cookie.replace(/Max-Age=\d+/, "Max-Age=<seconds>")).toBe(
    `affiliate_click=${TOKEN}; Path=/; Max-Age=<seconds>; HttpOnly; SameSite=Lax; Secure`
  )
  expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) / 86_400).toBeCloseTo(90, 3)
  expect([await response.text(), response.headers.get("x-shop")]).toEqual(["the page", "1"])
})

it("lets no cache give one visitor's token to another", async () => {
  expect((await open()).headers.get("cache-control")).toBe("private, no-store")
  expect((await open("https://shop.example.com/de/lamps")).headers.get("cache-control")).toBe("s-maxage=60")
})

it.each([
  ["no code", "https://shop.example.com/de/lamps", {}, {}],
  ["another parameter", LANDING, {}, { parameter: "via" }],
  ["a page fetched in advance", LANDING, { "sec-purpose": "prefetch;prerender" }, {}],
  ["a page fetched in advance by an older browser", LANDING, { purpose: "prefetch" }, {}],
  ["an image", LANDING, { "sec-fetch-dest": "image" }, {}],
  ["a frame", LANDING, { "sec-fetch-dest": "iframe" }, {}],
  ["a call of a script", LANDING, { "sec-fetch-dest": "empty" }, {}],
  ["a visitor who did not agree", LANDING, {}, { consent: () => false }],
])("records nothing for %s", async (_, url, headers, options) => {
  const response = await open(url, headers as Record<string, string>, options)
  expect([calls, response.headers.get("set-cookie"), await response.text()]).toEqual([[], null, "the page"])
})

it("records no request that sends something", async () => {
  await open(LANDING, {}, {}, shop, "POST")
  expect(calls).toEqual([])
})

it("takes parameter, program and consent", async () => {
  const consent = (request: Request): boolean => request.headers.get("cookie") === "agreed=1"
  await open("https://shop.example.com/?via=ab12", { cookie: "agreed=1" }, { parameter: "via", program: "friends", consent })
  expect(calls).toMatchObject([{ body: { program: "friends" } }])
})

it("reads damaged links by the same rule as the backend", async () => {
  await open("https://shop.example.com/?utm=1&amp;REF=ab12")
  expect(calls).toHaveLength(1)
})

it.each([
  ["host", { host: "shop.example.com" }, "http://shop.example.com/de?ref=ab12"],
  ["x-forwarded-host", { "x-forwarded-host": "shop.example.com, proxy", host: "proxy" }, "http://shop.example.com/de?ref=ab12"],
  ["x-forwarded-proto", { host: "shop.example.com", "x-forwarded-proto": "https,http" }, "https://shop.example.com/de?ref=ab12"],
])("knows the address that the visitor sees by %s", async (_, headers, url) => {
  const response = await open("http://localhost:8000/de?ref=ab12", headers as Record<string, string>)
  expect(calls).toMatchObject([{ body: { url } }])
  expect(response.headers.get("set-cookie")?.endsWith("; Secure")).toBe(url.startsWith("https"))
})

describe("a redirect", () => {
  const to = (location: string) => async (): Promise<Response> => Response.redirect(location, 307)

  it("that takes the code along is left to the page it leads to", async () => {
    const response = await open(LANDING, {}, {}, to("https://shop.example.com/dk?ref=ab12"))
    expect([calls, response.headers.get("set-cookie")]).toEqual([[], null])
  })

  it("that drops the code is a landing, although such an answer cannot be changed", async () => {
    const response = await open(LANDING, {}, {}, to("https://shop.example.com/dk"))
    expect([response.status, response.headers.get("location")]).toEqual([307, "https://shop.example.com/dk"])
    expect(response.headers.get("set-cookie")).toContain(`affiliate_click=${TOKEN}`)
  })
})

it.each<[string, () => Promise<unknown>]>([
  ["is away", () => Promise.reject(new TypeError("fetch failed"))],
  ["takes too long", () => Promise.reject(new DOMException("timeout", "TimeoutError"))],
  ["records nothing", async () => ({ click: null, reason: "unknown_code" })],
  ["answers an error", async () => ({ message: "no" })],
  ["answers nothing", async () => null],
])("the shop answers as ever when the backend %s", async (_, behave) => {
  answer = behave
  const response = await open()
  expect([response.status, response.headers.get("set-cookie"), response.headers.get("cache-control"), await response.text()]).toEqual([
    ...[200, null, "s-maxage=60", "the page"],
  ])
})

it("the shop answers as ever when its own question fails", async () => {
  const consent = (): boolean => {
    throw new Error("no banner")
  }
  expect(await (await open(LANDING, {}, { consent })).text()).toBe("the page")
})

it("what the shop's own middleware throws is the shop's", async () => {
  await expect(open(LANDING, {}, {}, () => Promise.reject(new Error("no regions")))).rejects.toThrow("no regions")
  expect(calls).toEqual([])
})

it("hands on what else the middleware takes", async () => {
  const handle = jest.fn(async (_request: Request, _event: { waitUntil: string }) => new Response())
  await withAffiliate(handle, OPTIONS)(new Request("https://shop.example.com/"), { waitUntil: "then" })
  expect(handle).toHaveBeenCalledWith(expect.any(Request), { waitUntil: "then" })
})
