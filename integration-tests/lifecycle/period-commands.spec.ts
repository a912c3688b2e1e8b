import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import monthly from "../../src/scripts/monthly"
import replay from "../../src/scripts/replay"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let program: string

    beforeEach(async () => {
      program = await createProgram(getContainer(), { handle: "friends", created_at: new Date("2016-04-02") })
      for (const code of ["anna", "otto"]) {
        const affiliate = await createAffiliate(getContainer(), program, { id: `aff_${code}`, code })
        await createReferral(getContainer(), { id: affiliate.id, program_id: program }, `${code}@example.com`)
      }
    })

    const orderAt = async (at: string, email: string, unit_price: number, currency_code = "eur") => {
      const id = await createOrder(getContainer(), { email, unit_price, currency_code })
      await moveOrder(getContainer(), id, new Date(at))
      await affiliateModule(getContainer()).orders.record([id], new Date())
    }
    /** What a command prints. */
    const printed = async (command: typeof monthly, ...args: string[]): Promise<string[]> => {
      const lines: string[] = []
      const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => !!lines.push(String(text)))
      try {
        await command({ container: getContainer(), args })
      } finally {
        write.mockRestore()
      }
      return lines.join("").split("\n")
    }

    it("monthly prints a month beside the one before, and its sums; a second time when and by whom it was closed", async () => {
      await orderAt("2016-04-10T12:00:00Z", "anna@example.com", 100)
      await orderAt("2016-04-10T12:00:00Z", "otto@example.com", 1000, "jpy")
      await orderAt("2016-05-10T12:00:00Z", "anna@example.com", 120.5)
      const may = [
        "affiliate  orders  expenses  reward  before  difference       outcome",
        "anna            1    120.50   12.05   10.00       +2.05  EUR  credited",
        "otto            0                       100        -100  JPY  nothing this month",
        "total                120.50   12.05   10.00       +2.05  EUR",
        "total                     0       0     100        -100  JPY",
      ]
      await printed(monthly, "date=2016-04")
      const lines = () => sql(getContainer(), `SELECT id FROM affiliate_period_line`)
      expect(await lines()).toHaveLength(2)
      expect(await printed(monthly, "date=2016-05", "program=friends", "dry_run=true")).toEqual([
        `2016-05  ${program}  dry run, nothing written`,
        ...may,
        "",
      ])
      expect(await lines()).toHaveLength(2)

      expect(await printed(monthly, "date=2016-05-01")).toEqual([`2016-05  ${program}  closed`, ...may, ""])
      const again = await printed(monthly, "date=2016-05-01")
      expect(again[0]).toMatch(
        /^2016-05 {2}affprog_\w+ {2}was closed before \(\d{4}-\d\d-\d\dT[\d:.]+Z by command line\), nothing written$/
      )
      expect(again.slice(1)).toEqual([...may, ""])
    })

    it("replay prints what is recorded and what other settings make of it", async () => {
      await orderAt("2016-04-10T12:00:00Z", "anna@example.com", 100)
      expect(await printed(replay, "date=2016-04-01", "percent=12", "forbid_group=", "include_tax=true")).toEqual([
        `2016-04  ${program}  open, replayed, nothing written`,
        "affiliate  orders  expenses    then  reward   then  difference       outcome",
        "anna            1    100.00  100.00   10.00  12.00       +2.00  EUR  credited",
        "credited             100.00  100.00   10.00  12.00       +2.00  EUR",
        "",
      ])
      expect(await printed(replay, "date=2016-05", "program=friends")).toEqual([
        `2016-05  ${program}  open, replayed, nothing written`,
        "Nothing is recorded in it.",
        "",
      ])
    })
  },
})
