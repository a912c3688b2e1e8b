import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { BigNumber } from "bignumber.js"

import { closePeriodsWorkflow, reconcileOrdersWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createCustomer, createPublishableKey, type ShopCustomer } from "../helpers/http"
import { insertManyOrders } from "../helpers/many-orders"
import { pdfText } from "../helpers/pdf-text"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const at = (time: string) => new Date(`2016-${time}Z`)

/** What a printed figure says: a grouping comma is none of it, and its minus is the typographer's. */
const figure = (text: string): BigNumber => new BigNumber(text.replaceAll(",", "").replace("−", "-"))
const sum = (amounts: string[]): string => amounts.reduce((total, amount) => total.plus(figure(amount)), new BigNumber(0)).toFixed()

interface Commission {
  order: string
  expense: string
  amount: string
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    const query = <T = Record<string, string>>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)
    const reconcile = async (now: Date) => {
      await query(`DELETE FROM affiliate_reconciliation`)
      await reconcileOrdersWorkflow(getContainer()).run({ input: { now } })
    }
    const close = (now: Date) => closePeriodsWorkflow(getContainer()).run({ input: { now, closed_by: "test" } })
    const cancel = (where: string, day: string) =>
      query(`UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE ${where}`, [at(day), at(day)])

    /**
     * April 2016: 288 orders in euros of 1.50 to 96.21, all over the month, ten of them canceled in it; two orders of March canceled in it; 30
     * orders in yen; a thank-you, and the payout of March.
     */
    async function liveThroughApril(anna: ShopCustomer): Promise<string> {
      const container = getContainer()
      const affiliate = affiliateModule(container)
      const program_id = await createProgram(container, {
        timezone: "Europe/Berlin",
        created_at: at("03-02T12:00:00"),
        commission_percent: "7.5",
        statement_settings: { issuer_name: "Nordlicht & Co", issuer_address: "Hafenstr. 12\n20095 Hamburg", number_prefix: "AFF-" },
      })
      const { id } = await createAffiliate(container, program_id, { customer_id: anna.id })
      for (const shopper of ["march", "april", "yen"]) await createReferral(container, { id, program_id }, `${shopper}@example.com`)

      await insertManyOrders(container, "march", 10, at("03-20T12:00:00"))
      await close(at("04-01T12:00:00"))
      await insertManyOrders(container, "april", 288, at("04-01T00:00:00"))
      await query(`UPDATE order_line_item SET raw_unit_price = jsonb_build_object('value', (price.cents / 100)::text, 'precision', 20), unit_price = price.cents / 100
        FROM (SELECT n, (117 + n * 33)::numeric AS cents FROM generate_series(1, 288) n) price
        WHERE order_line_item.id = 'item_bulk_april_' || lpad(price.n::text, 7, '0')`)
      await query(`UPDATE "order" SET created_at = created_at + right(id, 7)::int * interval '149 minutes' WHERE id LIKE 'bulk_april_%'`)
      await insertManyOrders(container, "yen", 30, at("04-18T12:00:00"))
      await query(`UPDATE "order" SET currency_code = 'jpy' WHERE id LIKE 'bulk_yen_%'`)
      await reconcile(at("04-30T12:00:00"))
      await cancel(`id LIKE 'bulk_april_%5' AND right(id, 7)::int <= 100`, "04-30T13:00:00")
      await cancel(`id IN ('bulk_march_0000003', 'bulk_march_0000004')`, "04-30T14:00:00")
      await reconcile(at("04-30T15:00:00"))

      await affiliate.ledger.adjust({
        ...{ affiliate_id: id, amount: "12.34", currency_code: "eur", reason: "Thank you for the photographs", created_by: "user_1" },
        now: at("04-20T12:00:00"),
      })
      const [payout] = await affiliate.payouts.create({ program_id, created_by: "user_1", now: at("04-15T12:00:00") })
      await affiliate.payouts.settle({ ids: [payout!.payout_id!], reference: "SEPA 1", ended_by: "user_1", now: at("04-16T12:00:00") })
      await close(at("05-01T12:00:00"))
      return id
    }

    it("prints a month of 300 lines and two currencies line by line as it was recorded, and in sum as the ledger has it", async () => {
      const anna = await createCustomer(api, await createPublishableKey(getContainer()), { first_name: "Анна", last_name: "Берг" })
      const id = await liveThroughApril(anna)
      const pdf = await anna.get(`/store/affiliates/me/${id}/statements/2016-04.pdf`, { responseType: "arraybuffer" })
      const { title, pages } = await pdfText(pdf.data as Buffer)
      expect(title).toBe("Commission statement AFF-2, Commission statement AFF-3")

      for (const [number, currency, lines, pageCount] of [
        ["AFF-2", "eur", 300, 9],
        ["AFF-3", "jpy", 30, 2],
      ] as const) {
        const own = pages.filter((page) => page.at(-1)?.includes(`Statement ${number} | Page`))
        expect([currency, own.map((page) => page.at(-1)?.split(" | ").at(-1))]).toEqual([
          currency,
          Array.from({ length: pageCount }, (_, page) => `Page ${page + 1} of ${pageCount}`),
        ])
        const text = own.flat()
        const printed = text
          .filter((line) => line.startsWith("#"))
          .map((line) => line.split(" | "))
          .map((cells): Commission => ({ order: cells[0]!, expense: figure(cells[3]!).toFixed(), amount: figure(cells.at(-1)!).toFixed() }))
        const recorded = await query<Commission>(
          `SELECT '#' || o.display_id AS "order", trim_scale(c.expense_amount)::text AS expense, trim_scale(c.amount)::text AS amount
           FROM affiliate_commission c JOIN "order" o ON o.id = c.order_id
           WHERE c.period = '2016-04' AND c.currency_code = ? ORDER BY c.occurred_at, c.id`,
          [currency]
        )
        expect(printed).toHaveLength(lines)
        const inOrder = (some: Commission[]) => some.map((row) => Object.values(row).join(" ")).sort()
        expect(inOrder(printed)).toEqual(inOrder(recorded))

        const [, expenses, commissions] = text.find((line) => line.startsWith("Total | "))!.split(" | ")
        expect(figure(expenses!).toFixed()).toBe(sum(printed.map(({ expense }) => expense)))
        expect(figure(commissions!).toFixed()).toBe(sum(printed.map(({ amount }) => amount)))

        const summary = text[text.findIndex((line) => line.startsWith("Opening balance | Commissions")) + 1]!.split(" | ")
        const [opening, earned, adjusted, paid, closing] = summary.map((cell) => figure(cell.replace(/ [A-Z]{3}$/, "")).toFixed())
        expect(earned).toBe(figure(commissions!).toFixed())
        expect(sum([opening!, earned!, adjusted!, paid!])).toBe(closing)
        const [ledger] = await query(
          `SELECT trim_scale(sum(amount))::text AS balance FROM affiliate_ledger_entry
           WHERE affiliate_id = ? AND currency_code = ? AND account = 'affiliate'`,
          [id, currency]
        )
        expect(closing).toBe(ledger?.balance)
      }
    })
  },
})
