import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"
import type { ClickFilters } from "../list-clicks"

const HOUR = 3_600_000
const START = new Date("2026-10-27T00:00:00Z").getTime()
const at = (hours: number) => new Date(START + hours * HOUR)
const PAGE = "https://shop.example.com/"

/** Numbers that look like chance, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** Clocks in Havana go back to midnight on the first of November, in Berlin they went back a week earlier. */
moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await createStoreTables(sql())
    await insert(
      sql(),
      "affiliate_program",
      { id: "affprog_1", timezone: "Europe/Berlin" },
      { id: "affprog_2", timezone: "America/Havana" }
    )
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna" }, { id: "aff_2", code: "otto%", program_id: "affprog_2" })
    await rows(
      sql(),
      `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, referrer, occurred_at)
       SELECT 'affclk_' || lpad(n::text, 4, '0'), 'affprog_' || 1 + n % 2, 'aff_' || 1 + n % 2,
              '${PAGE}' || CASE WHEN n % 97 = 0 THEN 'Rare_' || n % 3 ELSE (n * n % 7)::text END,
              CASE WHEN n % 5 > 0 THEN 'https://blog.example.com/' || n % 3 END, timestamptz '${at(0).toISOString()}' + n / 3 * interval '41 minutes'
       FROM generate_series(0, 900) n`
    )
  })

  const PLAIN: Record<keyof Pick<ClickFilters, "page" | "referrer" | "program_id">, string> = {
    page: "landing_url = ANY(:page)",
    referrer: "referrer = ANY(:referrer)",
    program_id: "program_id = ANY(:program_id)",
  }

  /** Every click that the filters find, by reading them one by one. */
  const plainly = async ({ q, occurred_at, ...filters }: ClickFilters, order: string): Promise<string[]> => {
    const direction = order.startsWith("-") ? "DESC" : "ASC"
    const found = await rows<{ id: string }>(
      sql(),
      `SELECT click.id FROM affiliate_click click JOIN affiliate ON affiliate.id = click.affiliate_id
       WHERE occurred_at >= coalesce(:from::timestamptz, '-infinity') AND occurred_at < coalesce(:to::timestamptz, 'infinity')
         AND (:q::text IS NULL OR position(lower(:q) IN lower(concat_ws(' ', affiliate.code, landing_url, referrer))) > 0)
         ${Object.keys(filters)
           .map((name) => `AND click.${PLAIN[name as keyof typeof PLAIN]}`)
           .join(" ")}
       ORDER BY occurred_at ${direction}, click.id ${direction}`,
      { ...filters, q: q ?? null, from: occurred_at?.gte ?? null, to: occurred_at?.lt ?? null }
    )
    return found.map(({ id }) => id)
  }

  const finds = async (filters: ClickFilters, order: string, limit: number, offset: number) => {
    const all = await plainly(filters, order)
    const page = await service.clicks.list(filters, { limit, offset, order })
    const seen = [filters, order, limit, offset]
    expect([...seen, page.count, page.rows.map(({ id }) => id)]).toEqual([...seen, all.length, all.slice(offset, offset + limit)])
    return all.length
  }

  const VALUES: ((any: (below: number) => number) => ClickFilters)[] = [
    (any) => ({ page: [`${PAGE}${any(7)}`] }),
    (any) => ({ page: [`${PAGE}Rare_${any(3)}`, `${PAGE}nothing`] }),
    (any) => ({ referrer: [`https://blog.example.com/${any(3)}`] }),
    (any) => ({ page: [`${PAGE}${any(7)}`], referrer: [`https://blog.example.com/${any(3)}`] }),
    (any) => ({ q: ["anna", "TTO%", "rare_1", "blog", "com/1", "%", "none of them"][any(7)] }),
  ]

  it.each([0, 1, 2, 3, 4])("finds by totals what reading each click finds (filters %i)", async (kind) => {
    const any = numbers(kind + 1)
    let found = 0
    for (let round = 0; round < 40; round++) {
      const from = any(200)
      const range = [undefined, { gte: at(from), lt: at(from + any(100)) }, { gte: at(0), lt: at(24 * 9) }][any(3)]
      const filters = {
        ...VALUES[kind]!(any),
        ...(range && { occurred_at: range }),
        ...(any(3) === 0 && { program_id: [`affprog_${1 + any(2)}`] }),
      }
      found += await finds(filters, any(2) ? "-occurred_at" : "occurred_at", 1 + any(30), any(3) * any(20))
    }
    expect(found).toBeGreaterThan(0)
  })

  it("finds by referrals what became of clicks, also where one made several, or its order went to another", async () => {
    await rows(
      sql(),
      `INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, source_id, clicked_at, started_at, deleted_at)
       SELECT 'affref_' || n || twin, click.program_id, click.affiliate_id, n || twin || '@example.com', 'link', click.id, click.occurred_at, now(),
              CASE WHEN n % 9 = 0 THEN now() END
       FROM generate_series(0, 900, 3) n CROSS JOIN unnest(CASE n % 4 WHEN 0 THEN '{a,b}' ELSE '{a}' END::text[]) twin
       JOIN affiliate_click click ON click.id = 'affclk_' || lpad(n::text, 4, '0')`
    )
    await rows(
      sql(),
      `INSERT INTO affiliate_attribution (id, order_id, outcome, reason, source, evidence, placed_at, referral_id, superseded_at)
       SELECT 'affattr_' || id, 'order_' || id, 'attributed', 'last_click', 'link', '[]', now(), id,
              CASE WHEN id LIKE '%1_' THEN now() END
       FROM affiliate_referral WHERE id LIKE '%b' AND id NOT LIKE '%4b' OR id LIKE '%_5a' OR id LIKE '%1a'`
    )
    const ids = await plainly({}, "occurred_at")
    const any = numbers(7)
    for (let round = 0; round < 40; round++) {
      const from = any(150)
      const filters: ClickFilters = {
        outcome: [["ordered"], ["registered"], ["registered", "ordered"]][any(3)],
        ...(any(2) && { occurred_at: { gte: at(from), lt: at(from + 60) } }),
        ...(any(2) && { program_id: [`affprog_${1 + any(2)}`] }),
      }
      const page = { limit: 1 + any(30), offset: any(3) * any(10), order: any(2) ? "-occurred_at" : "occurred_at" }
      const oneByOne = await service.clicks.list({ ...filters, id: ids }, page)
      expect([filters, page, await service.clicks.list(filters, page)]).toEqual([filters, page, oneByOne])
      if (!filters.occurred_at) expect(oneByOne.count).toBeGreaterThan(0)
    }
  })

  it("leafs further than it counts", async () => {
    await rows(
      sql(),
      `WITH made AS (
         SELECT 'affclk_far' || lpad(n::text, 5, '0') AS id, timestamptz '2026-10-28' + n * interval '1 second' AS at FROM generate_series(1, 10060) n
       ),
       clicked AS (
         INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
         SELECT id, 'affprog_1', 'aff_1', '${PAGE}far', at FROM made
       ),
       referred AS (
         INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, source_id, clicked_at, started_at)
         SELECT 'affref_' || id, 'affprog_1', 'aff_1', id || '@example.com', 'link', id, at, now() FROM made
       )
       INSERT INTO affiliate_attribution (id, order_id, outcome, reason, source, evidence, placed_at, referral_id)
       SELECT 'affattr_' || id, 'order_' || id, 'attributed', 'last_click', 'link', '[]', now(), 'affref_' || id FROM made`
    )
    const far = await service.clicks.list({ outcome: ["ordered"] }, { limit: 3, offset: 10_040, order: "occurred_at" })
    expect([far.count, far.is_count_exact]).toEqual([10_000, false])
    expect(far.rows.map(({ id }) => id)).toEqual(["affclk_far10041", "affclk_far10042", "affclk_far10043"])
  })

  it("finds the clicks of an hour that comes twice", async () => {
    const night = { gte: new Date("2026-11-01T04:00:00Z"), lt: new Date("2026-11-02T05:00:00Z") }
    for (const page of ["0", "1", "2", "4"])
      expect(
        await finds({ page: [`${PAGE}${page}`], program_id: ["affprog_2"], occurred_at: night }, "-occurred_at", 100, 0)
      ).toBeGreaterThan(0)
  })

  it("finds a text that stands only where its zone has tomorrow already", async () => {
    await rows(
      sql(),
      `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
       VALUES ('affclk_late', 'affprog_1', 'aff_1', '${PAGE}late', '2026-10-28T23:30:00Z')`
    )
    const evening = { gte: at(24), lt: new Date("2026-10-28T23:45:00Z") }
    expect(await finds({ q: "late", occurred_at: evening }, "-occurred_at", 10, 0)).toBe(1)
  })

  it("finds none of those that are no longer kept", async () => {
    await rows(sql(), `SELECT affiliate_drop_clicks('2026-11-01')`)
    const occurred_at = { gte: at(0), lt: at(24 * 9) }
    expect(await finds({ page: [`${PAGE}1`], occurred_at }, "-occurred_at", 100, 0)).toBeGreaterThan(0)
    expect(await finds({ q: "rare", occurred_at }, "occurred_at", 100, 0)).toBeGreaterThan(0)
  })
})
