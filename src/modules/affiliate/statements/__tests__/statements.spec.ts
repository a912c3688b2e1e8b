import fc from "fast-check"

import { addPeriods, periodAt, periodBounds } from "../../../../domain/periods/period"
import type { StatementLine, StatementSummary } from "../../../../domain/statements/statement"
import { exactSum } from "../../../../domain/money/sums"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"

const BERLIN = "Europe/Berlin"
const at = (text: string) => new Date(text)
const NOW = at("2016-07-15T12:00:00Z")

moduleSuite(({ service, sql }) => {
  const seed = async (timezone = BERLIN) => {
    await createStoreTables(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_1", timezone, created_at: at("2016-03-10T00:00:00Z") })
    await insert(sql(), "affiliate", { id: "aff_1" }, { id: "aff_2" })
    await openMonths(timezone, "2016-03", "2016-04", "2016-05")
  }
  const openMonths = (timezone: string, ...periods: string[]) =>
    insert(sql(), "affiliate_period", ...periods.map((period) => ({ period, ...periodBounds(period, timezone) })))
  const earn = (...commissions: Record<string, unknown>[]) => insert(sql(), "affiliate_commission", ...commissions)
  const close = (period: string, now: string) => service.periods.close({ program_id: "affprog_1", period, closed_by: "test", now: at(now) })
  const adjust = (amount: string, now: string, currency_code = "eur") =>
    service.ledger.adjust({ affiliate_id: "aff_1", amount, currency_code, reason: "Thank you", created_by: "user_1", now: at(now) })
  const pay = async (now: string) => {
    const made = await service.payouts.create({ program_id: "affprog_1", created_by: "user_1", now: at(now) })
    return made.find(({ payout_id }) => payout_id)?.payout_id ?? ""
  }
  const statements = async (affiliate_id = "aff_1", now = NOW) =>
    (await service.statements.list({ affiliate_id, now }, { limit: 100, offset: 0 })).rows
  const told = (rows: StatementSummary[]) =>
    rows.map((row) =>
      [
        ...[row.period, row.currency_code, row.status, row.opening_balance, row.commissions, row.adjustments, row.payouts],
        ...["=", row.closing_balance, ...(/[1-9]/.test(row.pending + row.withheld) ? [`(${row.pending}, ${row.withheld})`] : [])],
      ].join(" ")
    )
  const linesOf = async (period: string, currency_code?: string) =>
    (await service.statements.listOfPeriod({ affiliate_id: "aff_1", period, currency_code, now: NOW })).flatMap(({ lines }) =>
      lines.map(line)
    )
  const line = ({ type, currency_code, amount, ...row }: StatementLine) =>
    [type, currency_code, amount, row.kind, row.corrects_period, row.status, row.reason, row.method, row.reference]
      .filter((part) => part !== null)
      .join(" ")

  it("statements chain credits, payouts, reversals and adjustments, and end with the balance", async () => {
    await seed()
    await earn({ period: "2016-03" }, { period: "2016-03", expense_amount: "1234", amount: "123", currency_code: "jpy" })
    await close("2016-03", "2016-04-01T00:07:00Z")
    await adjust("5.50", "2016-04-10T12:00:00Z")
    const paid = await pay("2016-04-20T12:00:00Z")
    await earn({ period: "2016-04", amount: "20", expense_amount: "200" })
    await earn({ period: "2016-04", amount: "-4", expense_amount: "-40", kind: "refund", corrects_period: "2016-03" })
    await service.payouts.end({ id: paid, status: "failed", reason: "secret", ended_by: "user_1", now: at("2016-05-05T12:00:00Z") })
    await close("2016-04", "2016-05-01T00:07:00Z")
    await earn({ period: "2016-05", amount: "7", expense_amount: "70" })

    expect(told(await statements())).toEqual([
      "2016-05 eur open 16.00 0.00 0.00 15.50 = 31.50 (7.00, 0.00)",
      "2016-04 jpy closed 123 0 0 -123 = 0",
      "2016-04 eur closed 10.00 16.00 5.50 -15.50 = 16.00",
      "2016-03 jpy closed 0 123 0 0 = 123",
      "2016-03 eur closed 0.00 10.00 0.00 0.00 = 10.00",
    ])
    expect(await linesOf("2016-03")).toEqual([
      "commission eur 10.00 order credited",
      "close eur 10.00",
      "commission jpy 123 order credited",
      "close jpy 123",
    ])
    expect(await linesOf("2016-04", "eur")).toEqual([
      "commission eur 20.00 order credited",
      "commission eur -4.00 refund 2016-03 credited",
      "adjustment eur 5.50 Thank you",
      "payout eur -15.50 transfer",
      "close eur 16.00",
    ])
    expect(await linesOf("2016-05")).toEqual(["commission eur 7.00 order pending", "payout_reversal eur 15.50 transfer"])
    expect([await linesOf("2016-02"), await linesOf("2016-06"), await linesOf("2016-04", "usd")]).toEqual([[], [], []])

    const [balance] = (await service.ledger.listBalances(["aff_1"], NOW)).get("aff_1")!
    expect(balance).toMatchObject({ currency_code: "eur", available: "31.50", pending: "7.00" })
    expect(await statements("aff_2")).toEqual([])
  })

  it("a statement shows withheld commissions with their reason, in no balance", async () => {
    await seed()
    await rows(sql(), `INSERT INTO customer_group VALUES ('group_1', NULL)`)
    await rows(sql(), `INSERT INTO customer_group_customer VALUES ('cus_x', 'group_1', NULL)`)
    await sql()("affiliate").where({ id: "aff_1" }).update({ customer_id: "cus_x" })
    const program_group = { id: "affgrp_1", program_id: "affprog_1", customer_group_id: "group_1", access: "forbidden" }
    await sql()("affiliate_program_customer_group").insert(program_group)
    await earn({ period: "2016-03" })
    await close("2016-03", "2016-04-01T00:07:00Z")
    await rows(sql(), `UPDATE customer_group_customer SET deleted_at = now()`)
    await earn({ period: "2016-04", amount: "3" }, { period: "2016-04", amount: "-10", corrects_period: "2016-03", kind: "cancel" })
    await close("2016-04", "2016-05-01T00:07:00Z")

    expect(told(await statements())).toEqual([
      "2016-04 eur closed 0.00 3.00 0.00 0.00 = 3.00 (0.00, -10.00)",
      "2016-03 eur closed 0.00 0.00 0.00 0.00 = 0.00 (0.00, 10.00)",
    ])
    expect(await linesOf("2016-03")).toEqual(["commission eur 10.00 order withheld forbidden_customer_group"])
    expect(await linesOf("2016-04")).toEqual([
      "commission eur 3.00 order credited",
      "commission eur -10.00 cancel 2016-03 withheld forbidden_customer_group",
      "close eur 3.00",
    ])
  })

  it("each entry is in the period whose bounds contain it, to the millisecond", async () => {
    await seed()
    await close("2016-03", "2016-04-01T00:07:00Z")
    await adjust("1.00", "2016-03-31T21:59:59.999Z")
    await adjust("2.00", "2016-03-31T22:00:00.000Z")
    await adjust("4.00", "2016-04-30T21:59:59.999Z")
    await adjust("8.00", "2016-04-30T22:00:00.000Z")
    expect(told(await statements())).toEqual([
      "2016-05 eur open 7.00 0.00 8.00 0.00 = 15.00",
      "2016-04 eur open 1.00 0.00 6.00 0.00 = 7.00",
      "2016-03 eur closed 0.00 0.00 1.00 0.00 = 1.00",
    ])
    expect(await linesOf("2016-04")).toEqual(["adjustment eur 2.00 Thank you", "adjustment eur 4.00 Thank you"])
  })

  it.each([
    ["east to west", "Pacific/Kiritimati", "Pacific/Niue"],
    ["west to east", "Pacific/Niue", "Pacific/Kiritimati"],
  ])("a program that moves %s: closed months stay, and no entry is lost or told twice", async (_, before, after) => {
    await seed(before)
    const hours = Array.from({ length: 60 }, (_, hour) => new Date(at("2016-03-30T00:00:00Z").getTime() + hour * 3_600_000))
    for (const [hour, now] of hours.entries()) await adjust(`${hour + 1}.00`, now.toISOString())
    await close("2016-03", "2016-04-02T12:00:00Z")
    const march = told(await statements()).at(-1)
    await service.programs.update("affprog_1", { timezone: after }, at("2016-04-03T00:00:00Z"))

    const [april, closed] = await statements()
    expect(told([closed!])).toEqual([march])
    expect(april).toMatchObject({ period: "2016-04", opening_balance: closed!.closing_balance, closing_balance: "1830.00" })
    const listed = [...(await linesOf("2016-03")), ...(await linesOf("2016-04")), ...(await linesOf("2016-05"))]
    expect(listed).toEqual(hours.map((_, hour) => `adjustment eur ${hour + 1}.00 Thank you`))
    expect(await linesOf("2016-03")).toHaveLength(before === "Pacific/Kiritimati" ? 34 : 59)
  })

  it("a balance is carried through closed periods without movements, and not through open ones", async () => {
    await seed()
    await adjust("1.00", "2016-03-20T12:00:00Z")
    await adjust("1", "2016-03-20T12:00:00Z", "jpy")
    await adjust("-1", "2016-03-20T12:00:01Z", "jpy")
    await close("2016-03", "2016-04-01T00:07:00Z")
    await close("2016-04", "2016-05-01T00:07:00Z")
    expect(told(await statements())).toEqual([
      "2016-04 eur closed 1.00 0.00 0.00 0.00 = 1.00",
      "2016-03 jpy closed 0 0 0 0 = 0",
      "2016-03 eur closed 0.00 0.00 1.00 0.00 = 1.00",
    ])
  })

  it("statements are paged, newest first", async () => {
    await seed()
    await adjust("1.00", "2016-03-20T12:00:00Z")
    await adjust("1.00", "2016-04-20T12:00:00Z")
    await adjust("1.00", "2016-05-20T12:00:00Z")
    const page = (offset: number) => service.statements.list({ affiliate_id: "aff_1", now: NOW }, { limit: 2, offset })
    const [first, second] = [await page(0), await page(2)]
    expect([first.count, second.count]).toEqual([3, 3])
    expect([...first.rows, ...second.rows].map(({ period }) => period)).toEqual(["2016-05", "2016-04", "2016-03"])
  })

  it("random movements: statements chain, their lines add up, and the last closes with the ledger's balance", async () => {
    await createStoreTables(sql())
    let run = 0
    const amount = fc.integer({ min: -300, max: 1000 }).map((cents) => (cents / 100).toFixed(2))
    const happening = fc.oneof(
      fc.record({ what: fc.constant("earn" as const), amount, back: fc.integer({ min: 0, max: 1 }) }),
      fc.record({ what: fc.constant("adjust" as const), amount: amount.filter((text) => text !== "0.00") }),
      fc.record({ what: fc.constantFrom("pay" as const, "fail" as const, "close" as const) }),
      fc.record({ what: fc.constant("move" as const), to: fc.constantFrom("Pacific/Kiritimati", "Pacific/Niue", BERLIN) })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(happening, fc.integer({ min: 1, max: 200 })), { minLength: 8, maxLength: 20 }), async (story) => {
        const [program_id, affiliate_id] = [`affprog_r${++run}`, `aff_r${run}`]
        let now = at("2016-03-10T00:00:00Z")
        let timezone = BERLIN
        await insert(sql(), "affiliate_program", { id: program_id, handle: `r${run}`, timezone, created_at: now })
        await insert(sql(), "affiliate", { id: affiliate_id, program_id })
        for (const [event, hours] of story) {
          now = new Date(now.getTime() + hours * 3_600_000)
          const due = await service.periods.listToClose({ now, program_id })
          if (event.what === "close") for (const { period } of due) await service.periods.close({ program_id, period, closed_by: "t", now })
          if (event.what === "earn") {
            const month = addPeriods(periodAt(now, timezone), -event.back)
            const period = due[0] && month < due[0].period ? due[0].period : month
            const isClosed = (await sql()("affiliate_period").where({ program_id, period, status: "closed" })).length > 0
            if (isClosed) continue
            await rows(
              sql(),
              `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES (affiliate_new_id('affper'), :program_id, :period, :starts_at, :ends_at)
               ON CONFLICT DO NOTHING`,
              { program_id, period, ...periodBounds(period, timezone) }
            )
            await earn({ program_id, affiliate_id, period, amount: event.amount, occurred_at: now })
          }
          if (event.what === "adjust") {
            const adjustment = { affiliate_id, amount: event.amount, currency_code: "eur", reason: "r", created_by: "u", now }
            await service.ledger.adjust(adjustment)
          }
          if (event.what === "pay") await service.payouts.create({ program_id, created_by: "u", now })
          if (event.what === "fail") {
            const [open] = await sql()("affiliate_payout").where({ affiliate_id, status: "processing" })
            if (open) await service.payouts.end({ id: (open as { id: string }).id, status: "failed", reason: "r", ended_by: "u", now })
          }
          if (event.what === "move") {
            timezone = await service.programs.update(program_id, { timezone: event.to }, now).then(
              () => event.to,
              () => timezone
            )
          }
        }
        const found = (await service.statements.list({ affiliate_id, now }, { limit: 100, offset: 0 })).rows.reverse()
        let balance = "0.00"
        for (const statement of found) {
          expect(statement.opening_balance).toBe(balance)
          const { commissions, adjustments, payouts } = statement
          balance = exactSum([balance, commissions, adjustments, payouts]).toFixed(2)
          expect(statement.closing_balance).toBe(balance)
          const [detail] = await service.statements.listOfPeriod({ affiliate_id, period: statement.period, now })
          const sumOf = (wanted: (line: StatementLine) => boolean) =>
            exactSum(detail!.lines.filter(wanted).map((own) => own.amount)).toFixed(2)
          expect({
            commissions: sumOf(({ type }) => type === "close"),
            credited: sumOf(({ status }) => status === "credited"),
            adjustments: sumOf(({ type }) => type === "adjustment"),
            payouts: sumOf(({ type }) => type.startsWith("payout")),
            pending: sumOf(({ status }) => status === "pending"),
          }).toEqual({ commissions, credited: commissions, adjustments, payouts, pending: statement.pending })
        }
        const owed = await sql()("affiliate_ledger_entry").where({ affiliate_id, account: "affiliate" }).pluck<string[]>("amount")
        expect(balance).toBe(exactSum(owed).toFixed(2))
      }),
      { numRuns: 25 }
    )
  })
})
