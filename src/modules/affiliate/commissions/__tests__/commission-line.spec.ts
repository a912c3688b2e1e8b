import { commissionLine, COMMISSION_STATUS } from "../commission-line"
import { rows } from "../../database/connection"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

/** The periods of `affprog_1`: April and May are closed, June is open. */
const MONTHS = { "2026-04": "affper_1", "2026-05": "affper_2", "2026-06": "affper_3" }

moduleSuite(({ sql }) => {
  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate", { id: "aff_2", code: "otto" })
    await insert(sql(), "affiliate_period", { id: "affper_2", period: "2026-05" }, { id: "affper_3", period: "2026-06" })
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate_period", { id: "affper_4", program_id: "affprog_2" })
  })

  const commission = (id: string, period: keyof typeof MONTHS, overrides: Record<string, unknown> = {}) =>
    insert(sql(), "affiliate_commission", { id, period, ...overrides })
  const line = (id: string, period: keyof typeof MONTHS, outcome: string, overrides: Record<string, unknown> = {}) =>
    insert(sql(), "affiliate_period_line", { id, period_id: MONTHS[period], outcome, ...overrides })
  const close = () =>
    rows(sql(), `UPDATE affiliate_period SET status = 'closed', closed_at = :at WHERE id = ANY(:ids)`, {
      at: AT,
      ids: ["affper_1", "affper_2", "affper_4"],
    })
  const read = async () => {
    const found = await rows<{ id: string; line: string | null; status: string }>(
      sql(),
      `SELECT commission.id, line.id AS line, ${COMMISSION_STATUS} AS status
       FROM affiliate_commission commission ${commissionLine("commission")} ORDER BY commission.id`
    )
    return Object.fromEntries(found.map(({ id, line: into, status }) => [id, [into, status]]))
  }

  it("the only line of a period holds all commissions of its affiliate and currency, and no others", async () => {
    await commission("euro", "2026-04")
    await commission("correction", "2026-04", { corrects_period: "2026-03" })
    await commission("yen", "2026-04", { currency_code: "jpy" })
    await commission("otto", "2026-04", { affiliate_id: "aff_2" })
    await commission("elsewhere", "2026-04", { program_id: "affprog_2" })
    await close()
    await line("line_euro", "2026-04", "credited")
    await line("line_yen", "2026-04", "withheld", { currency_code: "jpy" })
    await line("line_otto", "2026-04", "withheld", { affiliate_id: "aff_2" })
    await insert(sql(), "affiliate_period_line", { id: "line_elsewhere", period_id: "affper_4", outcome: "withheld" })
    expect(await read()).toEqual({
      euro: ["line_euro", "credited"],
      correction: ["line_euro", "credited"],
      yen: ["line_yen", "withheld"],
      otto: ["line_otto", "withheld"],
      elsewhere: ["line_elsewhere", "withheld"],
    })
  })

  it("an open period has no line, and its commissions are pending", async () => {
    await commission("june", "2026-06")
    await commission("late", "2026-06", { corrects_period: "2026-04" })
    await close()
    await line("april", "2026-04", "withheld")
    expect(await read()).toEqual({ june: [null, "pending"], late: [null, "pending"] })
  })

  it.each([
    { judged: "withheld", before: "credited" },
    { judged: "credited", before: "withheld" },
  ])(
    "of two lines, a correction has the outcome of the period it corrects ($before), other commissions that of the close ($judged)",
    async ({ judged, before }) => {
      await commission("own", "2026-05")
      await commission("of a month without lines", "2026-05", { corrects_period: "2026-03" })
      await commission("of an open month", "2026-05", { corrects_period: "2026-06" })
      await commission("correction", "2026-05", { corrects_period: "2026-04", amount: "-100" })
      await close()
      await line("april", "2026-04", before)
      await line("april of another", "2026-04", judged, { affiliate_id: "aff_2" })
      await line("april in yen", "2026-04", judged, { currency_code: "jpy" })
      await line("followed", "2026-05", before, { amount: "-100", is_judged: false })
      await line("judged", "2026-05", judged, { amount: "30" })
      expect(await read()).toEqual({
        own: ["judged", judged],
        "of a month without lines": ["judged", judged],
        "of an open month": ["judged", judged],
        correction: ["followed", before],
      })
    }
  )

  it.each([
    { judged: "withheld", followed: "credited" },
    { judged: "credited", followed: "withheld" },
  ])("a correction of a period that judged $judged and followed $followed follows what was judged", async ({ judged, followed }) => {
    await commission("own", "2026-05")
    await commission("correction", "2026-05", { corrects_period: "2026-04" })
    await close()
    await line("april judged", "2026-04", judged)
    await line("april followed", "2026-04", followed, { is_judged: false })
    await line("may judged", "2026-05", followed)
    await line("may followed", "2026-05", judged, { is_judged: false })
    expect(await read()).toEqual({ own: ["may judged", followed], correction: ["may followed", judged] })
  })

  it("a correction of a period that judged nothing itself has the outcome which that period followed", async () => {
    await commission("own", "2026-05")
    await commission("correction", "2026-05", { corrects_period: "2026-04" })
    await close()
    await line("april followed", "2026-04", "withheld", { is_judged: false })
    await line("may judged", "2026-05", "credited")
    await line("may followed", "2026-05", "withheld", { is_judged: false })
    expect(await read()).toEqual({ own: ["may judged", "credited"], correction: ["may followed", "withheld"] })
  })
})
