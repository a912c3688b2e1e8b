import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { rows, type Sql } from "../../database/connection"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { isWaiting, moduleSuite, refusalOf, value } from "../../__tests__/suite"

const CLOSED = ["AF001", "commissions are recorded in open periods only"]
const CLOSE = `UPDATE affiliate_period SET status = 'closed', closed_at = now() WHERE id = 'affper_1' AND status = 'open' RETURNING id`

moduleSuite(({ service, sql }) => {
  const begun: Transaction[] = []
  const begin = async (): Promise<Transaction> => {
    const transaction = await sql().transaction()
    begun.push(transaction)
    return transaction
  }

  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate_period", { period: "2026-03", status: "closed", closed_at: AT })
    await insert(sql(), "affiliate_program", { id: "affprog_2", name: "affprog_2" })
  })

  /** A test that fails half-way would leave its locks to the next one. */
  const endAll = async (): Promise<void> => {
    for (const transaction of begun.splice(0)) if (!transaction.isCompleted()) await transaction.rollback()
  }
  const locking = (test: () => Promise<void>) => () => test().finally(endAll)

  it("commissions are recorded in open periods of their own program only", async () => {
    const commission = (...overrides: Record<string, unknown>[]) => refusalOf(insert(sql(), "affiliate_commission", ...overrides))
    expect({
      open: await commission({ period: "2026-04" }),
      closed: await commission({ period: "2026-03" }),
      "without a row": await commission({ period: "2026-05" }),
      "another program's": await commission({ program_id: "affprog_2", period: "2026-04" }),
      "one open, one closed, in one statement": await commission({ period: "2026-04" }, { period: "2026-03" }),
      "no month at all": await commission({ period: "2026-4" }),
      "a day": await commission({ period: "2026-04-01" }),
    }).toEqual({
      open: ["accepted", ""],
      closed: CLOSED,
      "without a row": CLOSED,
      "another program's": CLOSED,
      "one open, one closed, in one statement": CLOSED,
      "no month at all": ["23514", "CK_affiliate_commission_period"],
      "a day": ["23514", "CK_affiliate_commission_period"],
    })
    expect(await value(sql(), `SELECT count(*)::int FROM affiliate_commission`)).toBe(1)
  })

  it(
    "a close waits for a writer that came first, and counts its rows",
    locking(async () => {
      const writer = await begin()
      await insert(writer, "affiliate_commission")

      const closing = within(sql(), async (closer) => {
        await rows(closer, CLOSE)
        return value<number>(closer, `SELECT count(*)::int FROM affiliate_commission`)
      })
      expect(await isWaiting(sql())).toBe(true)
      await writer.commit()
      expect(await closing).toBe(1)
    })
  )

  it(
    "a writer that comes second waits for the close, and is refused",
    locking(async () => {
      const closer = await begin()
      await rows(closer, CLOSE)

      const writing = refusalOf(insert(sql(), "affiliate_commission"))
      expect(await isWaiting(sql())).toBe(true)
      await closer.commit()
      expect(await writing).toEqual(CLOSED)
      expect(await value(sql(), `SELECT count(*)::int FROM affiliate_commission`)).toBe(0)
    })
  )

  it(
    "a writer goes on after a close that was rolled back",
    locking(async () => {
      const closer = await begin()
      await rows(closer, CLOSE)

      const writing = refusalOf(insert(sql(), "affiliate_commission"))
      expect(await isWaiting(sql())).toBe(true)
      await closer.rollback()
      expect(await writing).toEqual(["accepted", ""])
    })
  )

  it(
    "a writer that opens an older month waits for a close, and is refused; one that came first is closed first",
    locking(async () => {
      const open = (of: Sql, period: string) => refusalOf(insert(of, "affiliate_period", { program_id: "affprog_2", period }))
      const close = (period: string) =>
        service.periods.close({ program_id: "affprog_2", period, closed_by: "test", now: new Date("2026-08-01") }).then(
          () => "closed",
          (error: unknown) => String(error)
        )
      expect(await open(sql(), "2026-05")).toEqual(["accepted", ""])
      const closer = await begin()
      await rows(closer, `SELECT 1 FROM affiliate_program WHERE id = 'affprog_2' FOR NO KEY UPDATE`)
      await rows(closer, `UPDATE affiliate_period SET status = 'closed' WHERE program_id = 'affprog_2'`)
      const opening = open(sql(), "2026-04")
      expect(await isWaiting(sql())).toBe(true)
      await closer.commit()
      expect(await opening).toEqual(["AF001", "a month older than a closed one counts as closed"])

      expect(await open(sql(), "2026-07")).toEqual(["accepted", ""])
      const writer = await begin()
      expect(await open(writer, "2026-06")).toEqual(["accepted", ""])
      const closing = close("2026-07")
      expect(await isWaiting(sql())).toBe(true)
      await writer.commit()
      expect(await closing).toContain("2026-06 of affprog_2 is open and has to be closed first")
    })
  )

  it(
    "writers do not wait for each other",
    locking(async () => {
      const [one, other] = [await begin(), await begin()]
      await insert(one, "affiliate_commission")
      await other.raw(`SET LOCAL lock_timeout = '2s'`)
      await insert(other, "affiliate_commission")
      await Promise.all([one.commit(), other.commit()])
      expect(await value(sql(), `SELECT count(*)::int FROM affiliate_commission`)).toBe(2)
    })
  )
})

type Transaction = Knex.Transaction

const within = <T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> => sql.transaction((transaction) => work(transaction))
