import { verifyClickToken } from "../../../../domain/clicks/click-token"
import type { LandingPage } from "../../../../domain/clicks/landing"
import type { CapturedClick } from "../capture"
import type { Sql } from "../../database/connection"
import { AT, insert } from "../../__tests__/rows"
import { moduleSuite, TOKEN_KEY, value } from "../../__tests__/suite"

const LINK = "https://shop.example.com/sale?ref=anna"
const EXPIRES = new Date("2026-07-14T12:00:00.000Z")
const later = (milliseconds: number) => new Date(AT.getTime() + milliseconds)
const reasonOf = (click: CapturedClick) => ("ignored" in click ? click.ignored : "recorded")

moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", number: 1, handle: "main" })
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna" })
  })

  const capture = (page: LandingPage["page"], more: Omit<LandingPage, "page"> = {}, now = AT) =>
    service.clicks.capture({ page, ...more }, now)
  const clicks = () => sql()("affiliate_click").orderBy("id")
  const ignored = () => sql()("affiliate_ignored_click").orderBy(["day", "reason"]).select("day", "reason", "count")

  it("a click is stored before it is acknowledged, and its token names it", async () => {
    const click = await capture(`${LINK}&email=a@b.c#top`, { referrer: "https://blog.example.net/post?user=7", project: 1 })
    if ("ignored" in click) throw new Error(click.ignored)

    const claim = verifyClickToken(click.token, [TOKEN_KEY], AT)
    expect([claim?.expires_at, click.expires_at, click.program.id]).toEqual([EXPIRES, EXPIRES, "affprog_1"])
    expect(await clicks()).toMatchObject([
      {
        id: claim?.click_id,
        program_id: "affprog_1",
        affiliate_id: "aff_1",
        landing_url: "https://shop.example.com/sale",
        referrer: "https://blog.example.net/post",
        occurred_at: AT,
      },
    ])
    expect(await ignored()).toEqual([])
  })

  it("keeps four parameters of the query with the click, and no other", async () => {
    await capture(`${LINK}&utm_source=news&utm_medium=e-mail&utm_campaign=%3Cb%3Espring%3C%2Fb%3E&sub=blog-7&utm_term=secret&name=Anna`)
    await capture(`${LINK}&sub=anna%40example.com`)
    const kept = { utm_source: "news", utm_medium: "e-mail", utm_campaign: "<b>spring</b>", sub: "blog-7" }
    expect(await clicks().select(Object.keys(kept))).toEqual([kept, { utm_source: null, utm_medium: null, utm_campaign: null, sub: null }])
    expect(await tablesHolding(sql(), "secret")).toEqual([])
    expect(await tablesHolding(sql(), "anna@example.com")).toEqual([])
  })

  it("500 clicks at once cost three statements, and each has its own token", async () => {
    const statements = countStatements(sql())
    const captured = await Promise.all(Array.from({ length: 500 }, (_, index) => capture(`${LINK}&visitor=${index}`)))
    expect(statements.stop()).toEqual({ SELECT: 3 })

    const claims = captured.map((click) => ("ignored" in click ? null : verifyClickToken(click.token, [TOKEN_KEY], AT)?.click_id))
    expect([...new Set(claims)].sort()).toEqual((await clicks()).map(({ id }: { id: string }) => id))
    expect(claims).toHaveLength(500)
    expect(await value(sql(), `SELECT count(DISTINCT id)::int FROM affiliate_click WHERE affiliate_id = 'aff_1'`)).toBe(500)
  })

  it("once warm, 1,000 clicks of which half are ignored cost four statements", async () => {
    await capture(LINK)
    const statements = countStatements(sql())
    const pages = Array.from({ length: 1000 }, (_, index) => (index % 2 ? LINK : "https://evil.example.org/"))
    const captured = await Promise.all(pages.map((page) => capture(page)))

    // Two batches of 500; each counts what it ignored.
    expect(statements.stop()).toEqual({ SELECT: 2, INSERT: 2 })
    expect(captured.map(reasonOf)).toEqual(pages.map((page) => (page === LINK ? "recorded" : "off_site")))
    expect([await value(sql(), `SELECT count(*)::int FROM affiliate_click`), await ignored()]).toEqual([
      501,
      [{ day: "2026-04-15", reason: "off_site", count: 500 }],
    ])
  })

  it("only active affiliates' codes record clicks; a suspended one's stops at once", async () => {
    await insert(
      sql(),
      "affiliate",
      { code: "pia", status: "pending" },
      { code: "rita", status: "rejected" },
      { code: "dora", deleted_at: AT }
    )
    await insert(sql(), "affiliate_program", { id: "affprog_2", number: 2, site_url: "https://other.example.org" })
    await insert(sql(), "affiliate", { code: "otto", program_id: "affprog_2" })
    const follow = async (code: string) => reasonOf(await capture(`https://shop.example.com/?ref=${code}`))

    const before = { anna: await follow("anna"), ANNA: await follow("ANNA"), pia: await follow("pia"), rita: await follow("rita") }
    const others = { dora: await follow("dora"), otto: await follow("otto"), nobody: await follow("nobody") }
    await sql()("affiliate").where({ code: "anna" }).update({ status: "suspended" })
    const suspended = await follow("anna")
    await sql()("affiliate").where({ code: "anna" }).update({ status: "active" })

    expect({ before, others, suspended, again: await follow("anna") }).toEqual({
      before: { anna: "recorded", ANNA: "recorded", pia: "unknown_code", rita: "unknown_code" },
      others: { dora: "unknown_code", otto: "unknown_code", nobody: "unknown_code" },
      suspended: "unknown_code",
      again: "recorded",
    })
    expect(await ignored()).toEqual([{ day: "2026-04-15", reason: "unknown_code", count: 6 }])
  })

  it("the code decides between several programs on a site, and the click counts once", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_2", number: 2, attribution_window_days: 7 })
    await insert(sql(), "affiliate", { id: "aff_2", code: "bert", program_id: "affprog_2" })
    const click = await capture("https://shop.example.com/?ref=bert")
    expect(click).toMatchObject({ program: { id: "affprog_2" }, expires_at: new Date("2026-04-22T12:00:00.000Z") })
    expect(await clicks()).toMatchObject([{ program_id: "affprog_2", affiliate_id: "aff_2" }])
  })

  it("of several readings of a damaged link, the first that is an affiliate's code counts, once", async () => {
    await insert(sql(), "affiliate", { id: "aff_3d", code: "3dprint" }, { id: "aff_print", code: "print" })
    const affiliateOf = async (query: string) => {
      await sql()("affiliate_click").delete()
      expect(reasonOf(await capture(`https://shop.example.com/?${query}`))).toBe("recorded")
      return (await clicks()).map(({ affiliate_id }: { affiliate_id: string }) => affiliate_id)
    }
    expect(await affiliateOf("ref=nobody&ref=anna&ref=print")).toEqual(["aff_1"])
    expect(await affiliateOf("ref=print&ref=anna")).toEqual(["aff_print"])
    expect(await affiliateOf("ref=3Dprint")).toEqual(["aff_3d"])
    expect(await affiliateOf("ref=3Danna")).toEqual(["aff_1"])
    expect(reasonOf(await capture("https://shop.example.com/?ref=nobody&ref=3Dnobody."))).toBe("unknown_code")
  })

  it("ignored calls are counted by UTC day and reason", async () => {
    const night = new Date("2026-04-15T23:59:59.999Z")
    const calls: [LandingPage, Date][] = [
      [{ page: undefined }, AT],
      [{ page: "" }, night],
      [{ page: "x" }, night],
      [{ page: LINK, project: 99 }, AT],
      [{ page: "https://shop.example.com/" }, AT],
      [{ page: "https://shop.example.com/?ref=%3Cb%3E" }, AT],
      [{ page: "https://evil.example.org/?ref=anna" }, AT],
      [{ page: "" }, new Date("2026-04-16T00:00:00.000Z")],
    ]
    for (const [page, now] of calls) await service.clicks.capture(page, now)
    expect(await ignored()).toEqual([
      { day: "2026-04-15", reason: "bad_page", count: 1 },
      { day: "2026-04-15", reason: "no_code", count: 1 },
      { day: "2026-04-15", reason: "no_page", count: 2 },
      { day: "2026-04-15", reason: "off_site", count: 1 },
      { day: "2026-04-15", reason: "unknown_code", count: 1 },
      { day: "2026-04-15", reason: "unknown_program", count: 1 },
      { day: "2026-04-16", reason: "no_page", count: 1 },
    ])
  })

  it("no text of an ignored call is stored anywhere, and of a recorded one neither query nor fragment", async () => {
    const marked = [
      { page: "mark3r" },
      { page: `https://mark3r.example.org/mark3r?ref=mark3r`, referrer: "https://mark3r.example.net/mark3r" },
      { page: "https://shop.example.com/mark3r?ref=mark3r", referrer: "https://mark3r.example.net/" },
      { page: "https://shop.example.com/mark3r", referrer: "mark3r" },
      { page: LINK, project: "mark3r" },
      { page: ["mark3r"], referrer: { mark3r: "mark3r" } },
      { page: `${LINK}&mark3r=mark3r#mark3r`, referrer: "https://blog.example.net/?mark3r#mark3r" },
    ]
    const captured = await Promise.all(marked.map((page) => service.clicks.capture(page, AT)))
    expect(captured.map(reasonOf)).toEqual(["bad_page", "off_site", "unknown_code", "no_code", "unknown_program", "bad_page", "recorded"])
    expect(await tablesHolding(sql(), "mark3r")).toEqual([])
    expect(await tablesHolding(sql(), "shop.example.com")).toEqual(["affiliate_click", "affiliate_click_total", "affiliate_program"])
  })

  it("a paused program takes no clicks after a second, or at once in the process that changed it", async () => {
    const follow = async (now: Date) => reasonOf(await capture(LINK, {}, now))
    const first = await follow(AT)
    await sql()("affiliate_program").update({ status: "paused" })
    const [cached, reread] = [await follow(later(1000)), await follow(later(1001))]
    await sql()("affiliate_program").update({ status: "active" })
    service.clicks.forgetPrograms()
    const forgotten = await follow(later(1001))
    expect([first, cached, reread, forgotten]).toEqual(["recorded", "recorded", "unknown_program", "recorded"])
  })

  it("a program takes clicks from its start to its end", async () => {
    await sql()("affiliate_program").update({ starts_at: AT, ends_at: later(60_000) })
    const follow = async (now: Date) => {
      service.clicks.forgetPrograms()
      return reasonOf(await capture(LINK, {}, now))
    }
    expect([await follow(later(-1)), await follow(AT), await follow(later(59_999)), await follow(later(60_000))]).toEqual([
      "unknown_program",
      "recorded",
      "recorded",
      "unknown_program",
    ])
  })

  it("a page waits at most two seconds for a locked table; the click is stored when the lock is gone", async () => {
    await capture(LINK)
    const other = await sql().transaction()
    await other.raw(`LOCK TABLE affiliate_click IN ACCESS EXCLUSIVE MODE`)
    const began = performance.now()
    const answer = reasonOf(await capture(LINK))
    const waited = performance.now() - began
    await other.commit()
    // The next click queues behind the waiting one.
    expect([answer, reasonOf(await capture(LINK))]).toEqual(["unavailable", "recorded"])
    expect(waited).toBeGreaterThan(1950)
    expect(await value(sql(), `SELECT count(*)::int FROM affiliate_click`)).toBe(3)
  })
})

/** Counts the statements the module sends, by their first word. */
function countStatements(sql: Sql): { stop: () => Record<string, number> } {
  const counts: Record<string, number> = {}
  const listener = ({ sql: text }: { sql: string }) => {
    const word = /\w+/.exec(text)?.[0] ?? ""
    counts[word] = (counts[word] ?? 0) + 1
  }
  sql.on("query", listener)
  return {
    stop: () => {
      sql.removeListener("query", listener)
      return counts
    },
  }
}

/** The module's tables in which a text occurs, in any column of any row. */
async function tablesHolding(sql: Sql, text: string): Promise<string[]> {
  const tables = await sql("pg_class")
    .whereIn("relkind", ["r", "p"])
    .where("relispartition", false)
    .whereLike("relname", "affiliate%")
    .pluck("relname")
  const holding: string[] = []
  for (const table of tables.sort() as string[]) {
    const count = await value<number>(sql, `SELECT count(*)::int FROM "${table}" t WHERE t::text ILIKE '%' || :text || '%'`, { text })
    if (count > 0) holding.push(table)
  }
  return holding
}
