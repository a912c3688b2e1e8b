import { readFileSync } from "node:fs"
import path from "node:path"
import { runInNewContext } from "node:vm"

import { StoreCreateAffiliateClick } from "../../api/store/affiliate-clicks/validators"
import * as kit from "../index"

const GUIDE = readFileSync(path.resolve(__dirname, "../../../docs/how-to/storefront.md"), "utf8")
const BACKEND = "https://api.shop.example.com"
const TOKEN = "k1.YWZmY2xr.c2lnbmF0dXJl"

/** The first block of code after a sentence of the guide. */
function blockAfter(sentence: string): string {
  const start = GUIDE.indexOf(sentence)
  if (start < 0) throw new Error(`The guide no longer says "${sentence}"`)
  const [, code] = /```\w+\n([\s\S]*?)```/.exec(GUIDE.slice(start)) ?? []
  return code ?? ""
}

/** Runs a recipe as a script; what it imports of ours is there. */
function run(code: string, globals: Record<string, unknown>, result = "undefined"): unknown {
  const script = code.replace(/^import .* from "medusa-plugin-affiliate\/storefront"$/m, "").replace("export default", "exported =")
  return runInNewContext(`let exported\n(async () => {\n${script}\nreturn ${result}\n})()`, { ...kit, Request, Response, URL, ...globals })
}

/** An SDK that notes what it is asked for. */
function noteSdk() {
  const calls: unknown[][] = []
  const note =
    (name: string, answer: object) =>
    (...args: unknown[]) => {
      calls.push([name, ...args])
      return Promise.resolve(answer)
    }
  const cart = { create: note("cart.create", { cart: { id: "cart_1" } }), createLineItem: note("cart.createLineItem", {}) }
  const click = { click: { token: TOKEN, expires_at: "2027-01-01T00:00:00.000Z" } }
  return { calls, sdk: { store: { cart, customer: { create: note("customer.create", {}) } }, client: { fetch: note("fetch", click) } } }
}

describe("in the browser", () => {
  const snippet = blockAfter("Then send its token where")
  const given = { region_id: "reg_1", cart: { id: "cart_1" }, variant_id: "variant_1", email: "a@example.com" }

  it.each([
    ["the click's token", { token: () => TOKEN }, TOKEN],
    ["null without a click, which Medusa's SDK leaves out", { token: () => null }, null],
    ["null where a blocker stopped the script", undefined, null],
  ])("the header is %s", async (_, affiliate, token) => {
    const { calls, sdk } = noteSdk()
    await run(snippet.replace("const { cart }", "const {}"), { window: { affiliate }, sdk, ...given })
    expect(calls.map(([name]) => name)).toEqual(["cart.create", "cart.createLineItem", "customer.create"])
    for (const call of calls) expect(call.at(-1)).toEqual({ "x-affiliate-token": token })
  })

  it("the tag and the example load the script that exists", () => {
    const example = readFileSync(path.resolve(__dirname, "../../../examples/storefront/index.html"), "utf8")
    for (const html of [blockAfter("with your backend's address"), example]) {
      expect(html).toMatch(/<script[^>]* async[^>]*\/affiliate\/tracker\.js"/)
    }
  })
})

describe("consent that comes later", () => {
  const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(blockAfter("With `data-consent` in the tag")) ?? []

  it.each([true, false])("%s is told to the script that is there", async (given) => {
    const consent = jest.fn()
    await run(script, { window: { affiliate: { token: () => null, consent } }, given }, "onConsent(given)")
    expect(consent.mock.calls).toEqual([[given]])
  })

  it("is kept for the script that is not there yet", async () => {
    const window: { affiliate?: unknown } = {}
    await run(script, { window }, "onConsent(true)")
    expect(window.affiliate).toEqual({ consent: true })
  })
})

describe("on a server that renders pages", () => {
  it.each([
    [`_ga=1; affiliate_token=${TOKEN}`, { "x-affiliate-token": TOKEN }],
    [`affiliate_click=${TOKEN}`, { "x-affiliate-token": TOKEN }],
    ["affiliate_token=<script>", {}],
    [undefined, {}],
  ])("the cookie %s becomes a header", async (cookie, headers) => {
    const { calls, sdk } = noteSdk()
    const handlers: ((request: object, response: object) => Promise<void>)[] = []
    const app = { post: (_path: string, handler: (typeof handlers)[number]) => handlers.push(handler) }
    await run(blockAfter("In JavaScript the cookie of a request"), { app, sdk, region_id: "reg_1" })
    await handlers[0]?.({ headers: { cookie } }, { json: () => undefined })
    expect(calls).toEqual([["cart.create", { region_id: "reg_1" }, {}, headers]])
  })

  it("the call records a click by the route's own rules", () => {
    const call = blockAfter("let the server record the click instead")
    expect(call).toContain(`curl -X POST ${BACKEND}/affiliate/clicks`)
    const [, body = ""] = /-d '([^']+)'/.exec(call) ?? []
    expect(StoreCreateAffiliateClick.safeParse(JSON.parse(body))).toMatchObject({ success: true })
  })
})

it("an app keeps the token of its link, and sends the one it holds along", async () => {
  const { calls, sdk } = noteSdk()
  const held = new Map<string, string>()
  const AsyncStorage = {
    getItem: (name: string) => Promise.resolve(held.get(name) ?? null),
    setItem: (name: string, value: string) => Promise.resolve(void held.set(name, value)),
  }
  const opened: ((event: { url: string }) => Promise<void>)[] = []
  const Linking = { addEventListener: (_name: string, listener: (typeof opened)[number]) => opened.push(listener) }
  await run(blockAfter("`recordClick` reports it"), { sdk, AsyncStorage, Linking, region_id: "reg_1" })
  for (let visit = 0; visit < 2; visit++) await opened[0]?.({ url: "https://shop.example.com/?ref=anna" })

  const bodies = calls.flatMap(([name, , init]) => (name === "fetch" ? [(init as { body: object }).body] : []))
  expect(bodies).toEqual([
    { url: "https://shop.example.com/?ref=anna", token: null },
    { url: "https://shop.example.com/?ref=anna", token: TOKEN },
  ])
  for (const body of bodies) expect(StoreCreateAffiliateClick.safeParse(body)).toMatchObject({ success: true })
  expect(calls.find(([name]) => name === "cart.create")?.at(-1)).toEqual({ "x-affiliate-token": null })
  expect(held.get("affiliate")).toBe(TOKEN)
})

/** What the shop's own address leads to, in each of the three ways to say it; null where it leads nowhere. */
describe.each<[string, (address: string) => Promise<string | null>]>([
  ["Next.js", throughNext],
  ["nginx", async (address) => throughNginx(address)],
  ["Cloudflare", throughCloudflare],
])("under the shop's own address, %s", (_, through) => {
  it.each([
    ["/hello/a.js", "/affiliate/tracker.js"],
    ["/hello/clicks", "/affiliate/clicks"],
    ["/hello/counter?project=1&r=&p=https%3A%2F%2Fshop.example.com%2F%3Fref%3Danna", null],
    ["/hello/portal", undefined],
    ["/hello/clicks/more", undefined],
    ["/other/clicks", undefined],
  ])("%s", async (address, place) => {
    const expected = place === null ? address.replace("/hello/", "/affiliate/") : place
    expect(await through(address)).toBe(expected === undefined ? null : `${BACKEND}${expected}`)
  })
})

/** Next.js appends the query of a rewritten address by itself. */
async function throughNext(address: string): Promise<string | null> {
  const code = `exported = { ${blockAfter("Next.js, `next.config.js`")} }`
  const process = { env: { NEXT_PUBLIC_MEDUSA_BACKEND_URL: BACKEND } }
  const { rewrites } = (await run(code, { process }, "exported")) as { rewrites: () => Promise<{ source: string; destination: string }[]> }
  const { pathname, search } = new URL(address, "https://shop.example.com")
  for (const { source, destination } of await rewrites()) {
    const pattern = new RegExp(`^${source.replaceAll(".", "\\.").replace(/:(\w+)(\([^)]*\))/, "(?<$1>$2)")}$`)
    const found = pattern.exec(pathname)
    if (found) return destination.replace(/:(\w+)$/, (_, name: string) => found.groups?.[name] ?? "") + search
  }
  return null
}

function throughNginx(address: string): string | null {
  const config = blockAfter("nginx:\n")
  const { pathname, search } = new URL(address, "https://shop.example.com")
  for (const [, kind, place = "", block = ""] of config.matchAll(/location (=|~) (\S+) \{([^}]*)\}/g)) {
    const pattern = kind === "=" ? null : new RegExp(place)
    const found = pattern ? pattern.exec(pathname) : pathname === place ? [pathname] : null
    const [, target = ""] = /proxy_pass (\S+);/.exec(block) ?? []
    // A name in the address is asked for at run time, and needs a resolver.
    if (target.includes("$")) expect(block).toMatch(/resolver /)
    if (found) return target.replace("$1", found[1] ?? "").replace("$is_args$args", search)
  }
  return null
}

async function throughCloudflare(address: string): Promise<string | null> {
  const sent: Request[] = []
  const fetch = (request: Request) => {
    sent.push(request)
    return Promise.resolve(new Response("ok"))
  }
  const worker = (await run(blockAfter("Cloudflare, a Worker"), { fetch }, "exported")) as {
    fetch: (request: Request) => Promise<Response> | Response
  }
  const visit = { method: "POST", body: "{}", headers: { cookie: "affiliate_click=x" } }
  // The Worker's route lets no other address in.
  if (!address.startsWith("/hello/")) return null
  const answer = await worker.fetch(new Request(`https://shop.example.com${address}`, visit))
  const [request] = sent
  if (!request) {
    expect(answer.status).toBe(404)
    return null
  }
  expect([request.method, await request.text(), request.headers.get("cookie")]).toEqual(["POST", "{}", "affiliate_click=x"])
  return request.url
}
