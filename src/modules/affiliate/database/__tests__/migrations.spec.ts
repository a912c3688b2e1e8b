import { rows, type Sql } from "../connection"
import { moduleSuite } from "../../__tests__/suite"

const CATALOG = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS detail
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'affiliate%'
  UNION ALL
  SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename LIKE 'affiliate%'
  UNION ALL
  SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text LIKE 'affiliate%'
  UNION ALL
  SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
  WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'affiliate%'
  UNION ALL
  SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'affiliate%'
  ORDER BY 1, 2, 3`

interface Thing {
  kind: string
  name: string
  detail: string
}

const catalog = (sql: Sql) => rows<Thing>(sql, CATALOG)
const count = (things: Thing[], kind: string) => things.filter((thing) => thing.kind === kind).length

moduleSuite(({ sql, migrate }) => {
  it("reverted migrations leave nothing behind; run again, they create the same schema", async () => {
    const before = await catalog(sql())
    expect(["trigger", "function"].map((kind) => count(before, kind))).toEqual([41, 40])

    const taken = await migrate("down")
    expect(await catalog(sql())).toEqual([])

    expect(await migrate("up")).toEqual(taken.reverse())
    expect(await catalog(sql())).toEqual(before)
  })

  it("the rules, taken back alone, leave the tables as they were generated", async () => {
    await migrate("down", 1)
    const left = await catalog(sql())
    const names = (kind: string, pattern: RegExp) => left.filter((thing) => thing.kind === kind && pattern.test(thing.name))

    expect(left.filter(({ kind }) => kind === "trigger" || kind === "function")).toEqual([])
    expect(names("constraint", /\.(CK|FK)_/)).toEqual([])
    expect(names("column", /^affiliate(_program)?_history\./)).toEqual([])
    expect(left.filter(({ kind, detail }) => kind === "column" && detail.startsWith("numeric"))).toEqual([])
    expect(names("index", /_deleted_at$/)).toHaveLength(names("column", /\.deleted_at$/).length)
  })

  it("any number of the last migrations can be reverted and run again", async () => {
    const before = await catalog(sql())
    const steps = (await migrate("down")).length
    await migrate("up")
    for (let last = 1; last <= steps; last++) {
      const taken = await migrate("down", last)
      expect(taken).toHaveLength(last)
      expect(await migrate("up")).toEqual(taken.reverse())
      expect(await catalog(sql())).toEqual(before)
    }
  })
})
