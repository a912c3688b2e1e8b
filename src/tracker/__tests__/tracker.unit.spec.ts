import { start } from "../tracker"
import { EXPIRES, openPage, SECONDS, settle, type FakeOptions } from "./page"

const LINK = "https://shop.example.com/lamps?ref=ab12"
const UNSENT = "affiliate_unsent"

async function visit(options: FakeOptions = {}, parameters = ["ref"]) {
  const page = openPage(options)
  start(page.win, parameters)
  await settle()
  return page
}
const urls = ({ sent }: { sent: { body: Record<string, unknown> }[] }) => sent.map(({ body }) => body.url)

describe("a landing", () => {
  it("is sent once, as text that needs no preflight and outlives the page, to the neighbour of the script", async () => {
    const page = await visit({ url: LINK, referrer: "https://blog.example.net/post?user=7#x", data: { program: "friends" } })
    expect(page.sent).toEqual([
      {
        url: "https://api.example.com/affiliate/clicks",
        body: { url: LINK, referrer: "https://blog.example.net/post", program: "friends" },
        method: "POST",
        keepalive: true,
      },
    ])
  })

  it("leaves its token as a cookie of the shop for the program's window, and for the page to read", async () => {
    const page = await visit({ url: LINK })
    expect(page.cookiesSet).toEqual([`affiliate_token=token.of.1; path=/; max-age=${SECONDS}; samesite=lax; secure`])
    expect(page.affiliate.token()).toBe("token.of.1")
    expect([...page.session]).toEqual([])
  })

  it("takes how long the token holds from the server's clock", async () => {
    jest.useFakeTimers({ now: new Date("2031-01-01") })
    const page = await visit({ url: LINK })
    jest.useRealTimers()
    expect(page.cookiesSet[0]).toContain(`max-age=${SECONDS};`)
  })

  it("takes it from the visitor's clock where the server tells no time", async () => {
    jest.useFakeTimers({ now: new Date("2026-03-31T11:59:00.000Z") })
    const page = await visit({ url: LINK, date: null })
    jest.useRealTimers()
    expect(page.cookiesSet[0]).toContain("max-age=60;")
  })

  it("sets a cookie that http can keep on a page without https", async () => {
    const page = await visit({ url: "http://localhost:8000/?ref=ab12" })
    expect(page.cookiesSet).toEqual([`affiliate_token=token.of.1; path=/; max-age=${SECONDS}; samesite=lax`])
  })

  it.each([
    ["no parameter", "https://shop.example.com/lamps"],
    ["another parameter", "https://shop.example.com/?pref=ab12"],
    ["an address within another parameter", "https://shop.example.com/?u=https://x.example/?ref=ab12"],
  ])("is none with %s", async (_, url) => {
    const page = await visit({ url })
    expect([page.sent, page.cookiesSet, page.images, [...page.session]]).toEqual([[], [], [], []])
    expect(page.affiliate.token()).toBeNull()
  })

  it.each(["?REF=ab12", "?utm=1&amp;ref=ab12", "#/p?ref=ab12", "?ref[]=ab12", "?ref=3Dab12"])(
    "is one in spite of damage: %s",
    async (more) => {
      expect(urls(await visit({ url: `https://shop.example.com/${more}` }))).toEqual([`https://shop.example.com/${more}`])
    }
  )

  it("is found by the parameter of any program", async () => {
    expect(await visit({ url: "https://shop.example.com/?via=ab12" }, ["ref", "via"])).toMatchObject({ sent: [{}] })
    expect(await visit({ url: "https://shop.example.com/?via=ab12" }, ["ref"])).toMatchObject({ sent: [] })
    expect(await visit({ url: LINK }, [])).toMatchObject({ sent: [] })
  })

  it("tells the token that is kept, so that the first click can stay", async () => {
    const page = await visit({
      url: LINK,
      cookie: "theme=dark; affiliate_token=held.before.it",
      answer: { click: { token: "held.before.it", expires_at: EXPIRES } },
    })
    expect(page.sent[0]?.body).toMatchObject({ token: "held.before.it" })
    expect(page.affiliate.token()).toBe("held.before.it")
  })

  it("keeps the token it has where nothing was recorded", async () => {
    const page = await visit({ url: LINK, cookie: "affiliate_token=held.before.it", answer: { click: null, reason: "unknown_code" } })
    expect([page.affiliate.token(), page.cookiesSet, [...page.session]]).toEqual(["held.before.it", [], []])
  })

  it("is kept for this page where no cookie can be", async () => {
    const page = openPage({ url: LINK })
    Object.defineProperty(page.document, "cookie", {
      get: () => "",
      set() {
        throw new Error("SecurityError")
      },
    })
    start(page.win, ["ref"])
    await settle()
    expect(page.affiliate.token()).toBe("token.of.1")
  })
})

describe("what is no landing of its own", () => {
  it.each(["reload", "back_forward"])("a page that is there again by %s", async (navigation) => {
    expect(urls(await visit({ url: LINK, navigation, cookie: "affiliate_token=a.b.c" }))).toEqual([])
    expect(urls(await visit({ url: LINK, navigation }))).toEqual([LINK])
  })

  it("a page drawn in advance, before it is shown", async () => {
    const page = await visit({ url: LINK, prerendering: true })
    expect(urls(page)).toEqual([])
    page.fire("prerenderingchange")
    expect(urls(page)).toEqual([LINK])
  })

  it("a second copy of the script", async () => {
    const page = await visit({ url: LINK })
    start(page.win, ["ref"])
    expect(urls(page)).toEqual([LINK])
  })

  it.each(["popstate", "hashchange"])("the same link again, by %s", async (event) => {
    const page = await visit({ url: LINK })
    page.history.pushState({}, "", "/cart")
    page.location.href = LINK
    page.fire(event)
    expect(urls(page)).toEqual([LINK])
  })
})

describe("a single-page storefront", () => {
  it.each(["pushState", "replaceState"] as const)("lands by %s", async (change) => {
    const page = await visit({ url: "https://shop.example.com/" })
    page.history[change]({}, "", "/lamps")
    page.history[change]({}, "", "/lamps?ref=cd34")
    await settle()
    expect(urls(page)).toEqual(["https://shop.example.com/lamps?ref=cd34"])
    expect(page.affiliate.token()).toBe("token.of.1")
  })

  it.each(["popstate", "hashchange"])("lands by %s", async (event) => {
    const page = await visit({ url: "https://shop.example.com/" })
    page.location.href = "https://shop.example.com/#/p?ref=cd34"
    page.fire(event)
    expect(urls(page)).toEqual(["https://shop.example.com/#/p?ref=cd34"])
  })

  it("lands by a second link, and tells the token of the first", async () => {
    const page = await visit({ url: LINK })
    page.history.pushState({}, "", "/?ref=cd34")
    await settle()
    expect(page.sent[1]?.body).toEqual({ url: "https://shop.example.com/?ref=cd34", referrer: "", token: "token.of.1" })
    expect(page.affiliate.token()).toBe("token.of.2")
  })
})

describe("consent", () => {
  const waits = { url: LINK, data: { consent: "" } }
  const nothing = (page: Awaited<ReturnType<typeof visit>>) => [page.sent, page.images, page.cookiesSet, [...page.session]]

  it("is waited for: nothing is sent and nothing stored", async () => {
    const page = await visit(waits)
    expect(nothing(page)).toEqual([[], [], [], []])
    expect(page.affiliate.token()).toBeNull()
  })

  it("once given, sends the landing, also when the visitor is on another page of a single-page storefront", async () => {
    const page = await visit(waits)
    page.history.pushState({}, "", "/cart")
    page.affiliate.consent(true)
    await settle()
    expect(urls(page)).toEqual([LINK])
    expect(page.affiliate.token()).toBe("token.of.1")
    page.affiliate.consent(true)
    expect(urls(page)).toEqual([LINK])
  })

  it("may be given before the script is there", async () => {
    expect(urls(await visit({ ...waits, affiliate: { consent: true } }))).toEqual([LINK])
    expect(urls(await visit({ ...waits, affiliate: { consent: false } }))).toEqual([])
    expect(urls(await visit({ ...waits, affiliate: { consent: "true" } }))).toEqual([])
  })

  it("refused, leaves nothing behind", async () => {
    const page = await visit(waits)
    page.affiliate.consent(false)
    await settle()
    expect([page.sent, page.images, page.affiliate.token(), [...page.cookies], [...page.session]]).toEqual([[], [], null, [], []])
  })

  it("taken back, forgets the token, also one whose answer is under way", async () => {
    const kept = await visit({ url: LINK, cookie: "theme=dark" })
    kept.affiliate.consent(false)
    expect([kept.affiliate.token(), [...kept.cookies]]).toEqual([null, [["theme", "dark"]]])

    const page = openPage(waits)
    start(page.win, ["ref"])
    page.affiliate.consent(true)
    page.affiliate.consent(false)
    await settle()
    expect([page.affiliate.token(), [...page.cookies], [...page.session]]).toEqual([null, [], []])
  })
})

describe("what did not come through", () => {
  const away = { url: LINK, answer: new TypeError("Failed to fetch") }

  it("is counted by the image, with everything the counter takes", async () => {
    const page = await visit({ ...away, referrer: "https://blog.example.net/a b", data: { program: "friends" } })
    const image = new URL(page.images[0]?.src ?? "")
    expect([image.origin + image.pathname, page.images.length]).toEqual(["https://api.example.com/affiliate/counter", 1])
    expect(Object.fromEntries(image.searchParams)).toEqual({
      ...{ rnd: expect.stringMatching(/^0\.\d+$/) as string, project: "friends" },
      ...{ r: "https://blog.example.net/a b", p: LINK },
    })
    page.images[0]?.onload?.()
    expect([...page.session]).toEqual([])
  })

  it("is sent by the next page, where the image did not come through either", async () => {
    const page = await visit(away)
    expect([...page.session]).toEqual([[UNSENT, JSON.stringify({ url: LINK, referrer: "" })]])
    const next = await visit({ url: "https://shop.example.com/cart", session: Object.fromEntries(page.session) })
    expect([urls(next), next.affiliate.token(), [...next.session]]).toEqual([[LINK], "token.of.1", []])
  })

  it("waits on the next page for the consent that this shop asks for on each", async () => {
    const session = { [UNSENT]: JSON.stringify({ url: LINK, referrer: "" }) }
    const next = await visit({ url: "https://shop.example.com/cart", session, data: { consent: "" } })
    expect(urls(next)).toEqual([])
    next.affiliate.consent(true)
    next.affiliate.consent(true)
    expect(urls(next)).toEqual([LINK])
  })

  it("gives way to a new landing", async () => {
    const session = { [UNSENT]: JSON.stringify({ url: LINK, referrer: "" }) }
    expect(urls(await visit({ url: "https://shop.example.com/?ref=cd34", session }))).toEqual(["https://shop.example.com/?ref=cd34"])
  })

  it.each([
    ["text that is no JSON", "{"],
    ["JSON that is no landing", "null"],
  ])("is dropped where storage holds %s", async (_, broken) => {
    const page = openPage({ url: "https://shop.example.com/cart", session: { [UNSENT]: broken }, ...{ answer: new TypeError("blocked") } })
    start(page.win, ["ref"])
    await settle()
    expect([page.images, page.affiliate.token()]).toEqual([[], null])
  })

  it("is not sent again after an answer that nobody can read", async () => {
    const page = await visit({ url: LINK, answer: { message: "not found" } })
    expect([page.affiliate.token(), page.images, [...page.session]]).toEqual([null, [], []])
  })

  it.each(["affiliate_token=%E0%A4%A", 'affiliate_token={"token":', "affiliate_token=", "affiliate_token"])(
    "does not break on a cookie %s",
    async (cookie) => {
      const page = await visit({ url: "https://shop.example.com/", cookie })
      expect(page.affiliate.token()).toBeNull()
    }
  )
})

describe("the address bar", () => {
  it.each([
    ["?ref=ab12", ""],
    ["?ref=ab12&utm=1", "?utm=1"],
    ["?utm=1&ref=ab12", "?utm=1"],
    ["?utm=1&ref=ab12&x=%20a+b", "?utm=1&x=%20a+b"],
    ["?REF=ab12#top", "#top"],
    ["?ref[]=ab12&pref=1#top", "?pref=1#top"],
    ["#/p?ref=ab12", "#/p"],
    ["?ref=ab12&ref=cd34", ""],
  ])("is cleaned of %s if asked, and only then", async (before, after) => {
    const page = await visit({ url: `https://shop.example.com/lamps${before}`, data: { clean: "" } })
    expect(page.location.href).toBe(`https://shop.example.com/lamps${after}`)
    expect(urls(page)).toEqual([`https://shop.example.com/lamps${before}`])
    expect((await visit({ url: `https://shop.example.com/lamps${before}` })).location.href).toContain(before)
  })

  it("keeps the state the shop had put into its history", async () => {
    const page = openPage({ url: LINK, data: { clean: "" } })
    const states: unknown[] = []
    page.history.replaceState = (state) => void states.push(state)
    start(page.win, ["ref"])
    expect(states).toEqual([{ from: "the shop" }])
  })
})

describe("the script's tag", () => {
  it("is found where a tool runs the script without it", async () => {
    const page = openPage({ url: LINK })
    page.document.currentScript = null
    page.document.querySelector = () => ({ src: "https://shop.example.com/hello/world.js", dataset: {} })
    start(page.win, ["ref"])
    expect(page.sent[0]?.url).toBe("https://shop.example.com/hello/clicks")
  })

  it("missing altogether, sends nothing and still answers the shop", async () => {
    const page = openPage({ url: LINK })
    page.document.currentScript = null
    start(page.win, ["ref"])
    expect([page.sent, page.affiliate.token()]).toEqual([[], null])
    expect(() => page.affiliate.consent(true)).not.toThrow()
  })
})
