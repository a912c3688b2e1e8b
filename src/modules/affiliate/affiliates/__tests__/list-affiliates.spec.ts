import { createStoreTables } from "../../__tests__/store-tables"
import { insert } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await createStoreTables(sql())
    await sql().raw(`ALTER TABLE customer ADD COLUMN IF NOT EXISTS deleted_at timestamptz`)
    await insert(sql(), "affiliate_program", { id: "affprog_1" })
    await sql().raw(`
      INSERT INTO customer (id, email, first_name, last_name)
      SELECT 'cus_' || n, 'c' || n || '@example.com', 'Carla', to_char(20000 - n, 'FM00000') FROM generate_series(1, 20000) n;
      INSERT INTO affiliate (id, code, customer_id, program_id)
      SELECT 'aff_' || n, 'code' || n, 'cus_' || n * 2, 'affprog_1' FROM generate_series(1, 100) n;
      UPDATE customer SET deleted_at = now() WHERE id = 'cus_2';
      ANALYZE customer; ANALYZE affiliate`)
  })

  it("finds and sorts by what the customers of affiliates are called, without a look at the others", async () => {
    const sent: { sql: string; bindings: unknown[] }[] = []
    const hear = (query: { sql: string; bindings: unknown[] }) => sent.push(query)
    sql().on("query", hear)
    const list = async (filters: { q?: string }, order: string) =>
      (await service.affiliates.list(filters, { limit: 3, offset: 0, order })).rows.map(({ id }) => id)
    const found = [
      await list({ q: "c200@" }, "name"),
      await list({ q: "carla 1999" }, "-name"),
      await list({}, "name"),
      await list({ q: "c2@" }, "name"),
    ]
    sql().removeListener("query", hear)
    expect(found).toEqual([["aff_100"], ["aff_2", "aff_3", "aff_4"], ["aff_1", "aff_100", "aff_99"], []])
    for (const { sql: statement, bindings } of sent) {
      const plan = await sql().raw<{ rows: Record<string, string>[] }>(`EXPLAIN ${statement.replace(/\$\d+/g, "?")}`, bindings as string[])
      expect(plan.rows.map((line) => line["QUERY PLAN"]).join("\n")).not.toMatch(/Seq Scan on customer/)
    }
    expect(sent).toHaveLength(5)
  })

  it("the pages and the count of what is searched for are those of the list without the others", async () => {
    const isFound = (code: string) => code.includes("de1")
    for (const order of ["name", "-name", "number", "-created_at", "-code"]) {
      const all = await service.affiliates.list({}, { limit: 100, offset: 0, order })
      const wanted = all.rows.filter(({ code }) => isFound(code)).map(({ id }) => id)
      for (const offset of [0, 5, 10, 500]) {
        const { rows: page, count } = await service.affiliates.list({ q: "de1" }, { limit: 5, offset, order })
        expect([order, count, page.map(({ id }) => id)]).toEqual([order, 12, wanted.slice(offset, offset + 5)])
      }
    }
  })
})
