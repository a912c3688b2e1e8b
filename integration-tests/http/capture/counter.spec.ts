import { Agent } from "node:http"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, type TestAffiliate } from "../../helpers/affiliate"
import { countStatements, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { createProgramWithAffiliate, legacyEscape, originOf, rawGet, tablesHolding, type RawAnswer } from "./support"

jest.setTimeout(180_000)

/** Express's own: what it compares a request with, one after the other. */
const Layer = jest.requireActual<{ prototype: { match: (path: string) => boolean } }>("express/lib/router/layer")

const MARK = "mark3r"
const LONG = "x".repeat(14_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let anna: TestAffiliate
    let programId: string
    let number: number

    // What is made here is in the database that every test starts with.
    beforeAll(async () => {
      const made = await createProgramWithAffiliate(getContainer(), { handle: "friends" })
      anna = made.affiliate
      programId = made.program_id
      number = (await affiliateModule(getContainer()).retrieveProgram(programId)).number
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const call = (query: string, headers: Record<string, string> = {}, agent?: Agent): Promise<RawAnswer> =>
      rawGet(originOf(api), `/affiliate/counter${query}`, headers, agent)
    const follow = (page: string, more = "", headers = {}): Promise<RawAnswer> => call(`?p=${encodeURIComponent(page)}${more}`, headers)
    const linkOf = ({ code }: { code: string }): string => `https://shop.example.com/?ref=${code}`
    const clicks = () => sql(getContainer(), `SELECT landing_url, referrer, affiliate_id FROM affiliate_click ORDER BY id`)
    const ignored = () => sql(getContainer(), `SELECT reason, count FROM affiliate_ignored_click ORDER BY reason`)
    const outcome = ({ headers }: RawAnswer): unknown => headers["x-affiliate-ignored"] ?? (headers["x-affiliate-click"] ? "recorded" : "?")

    const expectPixel = ({ status, headers, body }: RawAnswer): void => {
      expect({ status, bytes: body.length, gif: body.toString("latin1", 0, 6) }).toEqual({ status: 200, bytes: 43, gif: "GIF89a" })
      expect(headers).toMatchObject({
        "content-type": "image/gif",
        "content-length": "43",
        "cache-control": "no-store",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "x-affiliate-click, x-affiliate-ignored",
      })
    }

    it("answers one transparent pixel that nobody may cache, and stores the click without query and fragment", async () => {
      const answer = await follow(
        `https://shop.example.com/lamps?ref=${anna.code}&email=a@b.c#top`,
        "&r=https://blog.example.net/post%3Fuser=7&rnd=0.42"
      )
      expectPixel(answer)
      expect(answer.headers["x-affiliate-click"]).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{43}$/)
      expect(answer.headers["x-affiliate-ignored"]).toBeUndefined()
      expect(await clicks()).toEqual([
        { landing_url: "https://shop.example.com/lamps", referrer: "https://blog.example.net/post", affiliate_id: anna.id },
      ])
      expect(await ignored()).toEqual([])
    })

    it("keeps the token in a cookie: Lax over http, None and Secure behind a proxy that speaks https", async () => {
      const [http, https] = [await follow(linkOf(anna)), await follow(linkOf(anna), "", { "x-forwarded-proto": "https" })]
      const cookie = (answer: RawAnswer): string => answer.headers["set-cookie"]?.join("\n") ?? ""
      const expires = /Expires=([^;]+)/.exec(cookie(http))?.[1] ?? ""
      const form = (answer: RawAnswer): string =>
        cookie(answer)
          .replace(String(answer.headers["x-affiliate-click"]), "<token>")
          .replace(/Expires=[^;]+/, "Expires=<date>")
      expect([form(http), form(https)]).toEqual([
        "affiliate_click=<token>; Path=/; Expires=<date>; HttpOnly; SameSite=Lax",
        "affiliate_click=<token>; Path=/; Expires=<date>; HttpOnly; Secure; SameSite=None",
      ])
      const days = (new Date(expires).getTime() - Date.now()) / (24 * 60 * 60 * 1000)
      expect(days).toBeCloseTo(90, 2)
    })

    it("counts crawlers, previews and pages fetched in advance by reason only", async () => {
      const crawler = { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }
      const answers = [
        await follow(linkOf(anna), "", crawler),
        await follow(linkOf(anna), "", { "sec-purpose": "prefetch;prerender" }),
        await follow(linkOf(anna), "", { purpose: "prefetch" }),
        await follow("https://shop.example.com/", "", crawler),
        await follow(linkOf(anna), "", { "user-agent": "curl/8.5.0" }),
      ]
      expect(answers.map(outcome)).toEqual(["bot", "prefetch", "prefetch", "no_code", "recorded"])
      expect(await ignored()).toEqual([
        { reason: "bot", count: 1 },
        { reason: "no_code", count: 1 },
        { reason: "prefetch", count: 2 },
      ])
      expect(await clicks()).toHaveLength(1)
    })

    it("takes the program by number, by handle or by the code alone; a wrong one is no program", async () => {
      const projects = { [`&project=${number}`]: "recorded", "&project=friends": "recorded", "&project=FRIENDS": "recorded" }
      const absent = { "": "recorded", "&project=": "recorded" }
      const wrong = { "&project=999": "unknown_program", "&project=friend": "unknown_program", "&project[]=1": "unknown_program" }
      for (const [query, expected] of Object.entries({ ...projects, ...absent, ...wrong })) {
        expect([query, outcome(await follow(linkOf(anna), query))]).toEqual([query, expected])
      }
      expect(await clicks()).toHaveLength(5)
    })

    it("counts any page of the site, and a code in any letter case", async () => {
      const code = anna.code.toUpperCase()
      const pages: [string, string][] = [
        [`https://www.shop.example.com/?ref=${code}`, "recorded"],
        [`http://SHOP.example.com:80?ref=${code}`, "recorded"],
        [`https://shop.example.com/a/b/?x=1&ref=%20${code}%20`, "recorded"],
        [`https://shop.example.com.evil.example.org/?ref=${code}`, "off_site"],
        [`https://evil.example.org/shop.example.com?ref=${code}`, "off_site"],
        [`https://shop.example.com:8443/?ref=${code}`, "off_site"],
      ]
      for (const [page, expected] of pages) expect([page, outcome(await follow(page))]).toEqual([page, expected])
    })

    it("reads what JavaScript's escape() wrote, as the original snippet sends it", async () => {
      const page = `https://shop.example.com/caf\u00e9/\u20ac?ref=${anna.code}&q=\u00fc`
      const answer = await call(`?rnd=0.5&project=${number}&r=${legacyEscape("https://blog.example.net/\u4f60")}&p=${legacyEscape(page)}`)
      expectPixel(answer)
      expect(outcome(answer)).toBe("recorded")
      expect(await clicks()).toEqual([
        {
          landing_url: "https://shop.example.com/caf%C3%A9/%E2%82%AC",
          referrer: "https://blog.example.net/%E4%BD%A0",
          affiliate_id: anna.id,
        },
      ])
    })

    it("tells a stranger's code, a suspended affiliate's and a paused program's from a good one in the header only", async () => {
      const unknown = await follow(linkOf({ code: "nobody" }))
      await affiliateModule(getContainer()).updateAffiliates({ id: anna.id, status: "suspended" })
      const suspended = await follow(linkOf(anna))
      await affiliateModule(getContainer()).updateAffiliates({ id: anna.id, status: "active" })
      await affiliateModule(getContainer()).updatePrograms({ id: programId, status: "paused" })
      affiliateModule(getContainer()).clicks.forgetPrograms()
      const paused = await follow(linkOf(anna))
      for (const answer of [unknown, suspended, paused]) {
        expectPixel(answer)
        expect(answer.headers["set-cookie"]).toBeUndefined()
      }
      expect([unknown, suspended, paused].map(outcome)).toEqual(["unknown_code", "unknown_code", "unknown_program"])
      expect([await clicks(), await ignored()]).toEqual([
        [],
        [
          { reason: "unknown_code", count: 2 },
          { reason: "unknown_program", count: 1 },
        ],
      ])
    })

    it("answers every kind of garbage with the pixel, counts it by reason and stores none of its text", async () => {
      const site = encodeURIComponent("https://shop.example.com/")
      const good = encodeURIComponent(linkOf(anna))
      const garbage: [string, string][] = [
        ["", "no_page"],
        ["?p=", "no_page"],
        ["?%", "no_page"],
        [`?rnd=${MARK}&r=${MARK}`, "no_page"],
        [`?__proto__[p]=${good}&__proto__=${MARK}`, "no_page"],
        [`?constructor[prototype][p]=${good}&constructor=${MARK}`, "no_page"],
        [`?hasOwnProperty=${MARK}&toString=${MARK}&valueOf=1`, "no_page"],
        ["?p=%E0%A4%A", "bad_page"],
        ["?p=%&r=%u&project=%zz", "bad_page"],
        [`?p=https%3A%2F%2F%zz${MARK}`, "bad_page"],
        [`?p=${MARK}`, "bad_page"],
        [`?p[]=${good}`, "bad_page"],
        [`?p[a]=${good}`, "bad_page"],
        [`?p=${good}&p=${good}`, "bad_page"],
        [`?p[__proto__]=${MARK}&p[length]=1`, "bad_page"],
        [`?p${"[a]".repeat(200)}=${MARK}`, "bad_page"],
        [`?p=${LONG}`, "bad_page"],
        [`?p=${good}%26long=${LONG}`, "bad_page"],
        [`?p=javascript:alert(${MARK})//${good}`, "bad_page"],
        [`?p=data:text/html,${MARK}`, "bad_page"],
        ["?p=%00", "bad_page"],
        ["?p=https://", "bad_page"],
        [`?p=https://${MARK}:${MARK}@evil.example.org/?ref=${anna.code}`, "off_site"],
        [`?p=${site}${MARK}%00`, "no_code"],
        [`?p=${site}%3Fref=`, "no_code"],
        [`?p=${site}%3Fref=%253Cscript%253E${MARK}`, "unknown_code"],
        [`?p=${site}%3Fref=${anna.code}%2500`, "unknown_code"],
        [`?p=${site}%3Fref=${anna.code}'%3B%20DROP%20TABLE%20affiliate%3B--`, "unknown_code"],
        [`?p=${good}&project[x]=${MARK}`, "unknown_program"],
        [`?p=${good}&project=${number}&project=${number}`, "unknown_program"],
        [`?p=${good}&project=1e999`, "unknown_program"],
        [`?p=${good}&project=${LONG}`, "unknown_program"],
      ]
      const counts: Record<string, number> = {}
      for (const [query, expected] of garbage) {
        const answer = await call(query, { "user-agent": MARK, referer: `https://${MARK}/`, "x-forwarded-for": `<${MARK}>` })
        expectPixel(answer)
        expect([query.slice(0, 80), outcome(answer)]).toEqual([query.slice(0, 80), expected])
        counts[expected] = (counts[expected] ?? 0) + 1
      }
      expect(await clicks()).toEqual([])
      expect(await ignored()).toEqual(
        Object.keys(counts)
          .sort()
          .map((reason) => ({ reason, count: counts[reason] }))
      )
      expect(await tablesHolding(getContainer(), MARK)).toEqual([])
    })

    it("records a good page whatever the referrer is, and keeps of it only an http address", async () => {
      const referrers: [string, string | null][] = [
        ["javascript:alert(1)", null],
        ["data:text/html,<script>", null],
        ['"><svg onload=alert(1)>', null],
        [LONG, null],
        ["\u0000", null],
        ["https://blog.example.net/<script>alert(1)</script>?x#y", "https://blog.example.net/%3Cscript%3Ealert(1)%3C/script%3E"],
        [`https://blog.example.net/${"y".repeat(1500)}`, `https://blog.example.net/${"y".repeat(512 - 25)}`],
      ]
      for (const [referrer] of referrers) expectPixel(await follow(linkOf(anna), `&r=${encodeURIComponent(referrer)}`))
      for (const r of ["r[]=1", "r[a]=b", "r=%", "r=1&r=2", "r[__proto__]=1"]) expectPixel(await follow(linkOf(anna), `&${r}`))
      const stored = (await clicks()).map(({ referrer }) => referrer)
      expect(stored).toEqual([...referrers.map(([, expected]) => expected), null, null, null, null, null])
    })

    it("reads a value of 64 KiB in the time of a short one: it is refused by its length", async () => {
      const huge = "https://shop.example.com/?ref=" + "%".repeat(64 * 1024)
      const capture = (page: unknown, project?: unknown) => affiliateModule(getContainer()).clicks.capture({ page, project }, new Date())
      expect([await capture(huge), await capture(linkOf(anna), huge)]).toEqual([{ ignored: "bad_page" }, { ignored: "unknown_program" }])
      expect(await tablesHolding(getContainer(), "%%%")).toEqual([])
    })

    it("replaces an earlier click's cookie in a last-click program and leaves it in a first-click one", async () => {
      const first = await follow(linkOf(anna))
      const cookie = { cookie: `theme=dark; affiliate_click=${String(first.headers["x-affiliate-click"])}` }
      const again = await follow(linkOf(anna), "", cookie)
      expect(again.headers["set-cookie"]?.[0]).toContain(String(again.headers["x-affiliate-click"]))

      await affiliateModule(getContainer()).updatePrograms({ id: programId, attribution_model: "first_click" })
      affiliateModule(getContainer()).clicks.forgetPrograms()
      const second = await follow(linkOf(anna), "", cookie)
      expect([outcome(second), second.headers["set-cookie"]]).toEqual(["recorded", undefined])
      expect((await follow(linkOf(anna))).headers["set-cookie"]).toHaveLength(1)
      // What is not a token of ours is no first click.
      expect((await follow(linkOf(anna), "", { cookie: "affiliate_click=garbage" })).headers["set-cookie"]).toHaveLength(1)
    })

    it.each([
      ["counter", "GET", undefined],
      ["clicks", "POST", JSON.stringify({ url: "https://shop.example.com/?ref=nobody" })],
    ])("is compared with few of Medusa's routes before /affiliate/%s is found", async (name, method, body) => {
      const compared = jest.spyOn(Layer.prototype, "match")
      const answer = await fetch(`${originOf(api)}/affiliate/${name}`, { method, body })
      const count = compared.mock.calls.length
      compared.mockRestore()
      expect(answer.status).toBe(200)
      expect(count).toBeGreaterThan(0)
      expect(count).toBeLessThan(100)
    })

    it("stores every acknowledged click of 2,000 over 32 connections, in at most a quarter of a statement each", async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 32 })
      const hit = (n: number): Promise<RawAnswer> => call(`?p=${encodeURIComponent(`${linkOf(anna)}&n=${n}`)}&rnd=${n}`, {}, agent)
      await hit(0)
      // A commit that takes its time, so that it does not depend on the machine how many clicks come together while one runs.
      const slowly = `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.02); RETURN NULL; END $$`
      await sql(getContainer(), slowly)
      await sql(getContainer(), `CREATE TRIGGER slowly BEFORE INSERT ON affiliate_click EXECUTE FUNCTION slowly()`)
      let acknowledged = 0
      const statements = await countStatements(getContainer(), async () => {
        const answers = await Promise.all(Array.from({ length: 2000 }, (_, n) => hit(n + 1)))
        acknowledged = answers.filter((answer) => answer.status === 200 && outcome(answer) === "recorded").length
      })
      agent.destroy()
      process.stdout.write(`a click at 32 connections costs ${(statements / 2000).toFixed(3)} SQL statements\n`)
      const [{ stored }] = (await sql(getContainer(), `SELECT count(*)::int AS stored FROM affiliate_click`)) as [{ stored: number }]
      expect({ acknowledged, stored }).toEqual({ acknowledged: 2000, stored: 2001 })
      expect(statements / 2000).toBeLessThanOrEqual(0.25)
    })
  },
})
