import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../helpers/affiliate"
import { brokenBy, expectBroken, firstIds, type Case } from "../helpers/doctor"
import { STORY_NOW, writeLedgerStory, type LedgerStory } from "../helpers/ledger-story"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let story: LedgerStory
    beforeEach(async () => {
      story = await writeLedgerStory(getContainer())
    })

    it("names commissions that no month counted, or two", async () => {
      const { anna, program_id, may, june } = story
      const move = (order: string, period: string) =>
        `UPDATE affiliate_commission SET period = '${period}', corrects_period = '2016-04' WHERE order_id = '${order}'`
      const at = (period: string, currency_code = "eur") => ({ program_id, period, affiliate_id: anna, currency_code })
      const [line] = await firstIds(getContainer(), `SELECT id FROM affiliate_period_line WHERE currency_code = 'jpy'`)
      await expectBroken(getContainer(), [
        [
          "a month that never was",
          [move(june, "2016-07")],
          { one_close: [{ problem: "month_missing", ...at("2016-07"), expected: "a month", found: "none" }] },
        ],
        [
          "a closed month that had ended without it",
          [
            move(june, "2016-05"),
            `UPDATE affiliate_commission SET currency_code = 'usd' WHERE order_id = '${june}'`,
            `UPDATE "order" SET currency_code = 'usd' WHERE id = '${june}'`,
          ],
          { one_close: [{ problem: "line_missing", ...at("2016-05", "usd"), expected: "a line of 2.00", found: "none" }] },
        ],
        [
          "a closed month that has a line",
          [move(june, "2016-05")],
          {
            closes: [
              {
                ...{ problem: "line_differs", ...at("2016-05") },
                ...{ expected: "-3.00 on -30.00, 3 commissions of 3 orders", found: "-5.00 on -50.00, 2 commissions of 2 orders" },
              },
            ],
          },
        ],
        [
          "a line that was deleted with its entries",
          [`DELETE FROM affiliate_ledger_entry WHERE source_id = '${line}'`, `DELETE FROM affiliate_period_line WHERE id = '${line}'`],
          { one_close: [{ problem: "line_missing", ...at("2016-04", "jpy"), expected: "a line of 123", found: "none" }] },
        ],
        [
          "the month twice",
          [
            `DROP INDEX "IDX_affiliate_period_program_id_period_unique"`,
            `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at)
             SELECT 'affper_2', program_id, period, starts_at, ends_at FROM affiliate_period WHERE period = '2016-06'`,
          ],
          {
            one_close: [{ problem: "month_twice", program_id, period: "2016-06", expected: "1 month", found: "2 months" }],
            guards: [expect.objectContaining({ name: "IDX_affiliate_period_program_id_period_unique" })],
          },
        ],
      ])
      expect(await brokenBy(getContainer(), [`UPDATE affiliate_commission SET amount = amount WHERE order_id = '${may}'`])).toEqual({})
    })

    it("names lines that are not what the month's commissions add up to", async () => {
      const { anna, program_id, yen } = story
      const line = { program_id, period: "2016-04", affiliate_id: anna, currency_code: "jpy" }
      const written = (found: string) => ({
        closes: [{ problem: "line_differs", ...line, expected: "123 on 1234, 1 commissions of 1 orders", found }],
      })
      const change = (set: string) => `UPDATE affiliate_period_line SET ${set} WHERE currency_code = 'jpy'`
      const [id, april] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_period_line WHERE currency_code = 'jpy'`,
        `SELECT id FROM affiliate_period WHERE period = '2016-04'`
      )
      const withheld = (amount: number, orders = 1): string =>
        `INSERT INTO affiliate_period_line (id, period_id, program_id, affiliate_id, currency_code, expense_amount, amount, commission_count,
                                            order_count, outcome, reason, available_at)
         SELECT 'affline_2', period_id, program_id, affiliate_id, currency_code, 0, ${amount}, 0, ${orders}, 'withheld', 'test', available_at
         FROM affiliate_period_line WHERE id = '${id}'`
      await expectBroken(getContainer(), [
        ["expenses", [change("expense_amount = 1235")], written("123 on 1235, 1 commissions of 1 orders")],
        ["commissions", [change("commission_count = 2")], written("123 on 1234, 2 commissions of 1 orders")],
        ["orders, more than there are", [change("order_count = 2")], written("123 on 1234, 1 commissions of 2 orders")],
        ["orders, fewer", [change("order_count = 0")], written("123 on 1234, 1 commissions of 0 orders")],
        ["a withheld line beside it, of nothing and of the same order", [withheld(0)], {}],
        ["a withheld line beside it, of orders the month has not", [withheld(0, 2)], written("123 on 1234, 1 commissions of 3 orders")],
        ["a withheld line beside it, of something", [withheld(7)], written("130 on 1234, 1 commissions of 2 orders")],
        [
          "a line without commissions",
          [`DELETE FROM affiliate_commission WHERE order_id = '${yen}'`],
          {
            closes: [{ problem: "line_differs", ...line, expected: "none", found: "123 on 1234, 1 commissions of 1 orders" }],
            orders_worth: [expect.objectContaining({ problem: "not_recorded", order_id: yen })],
          },
        ],
        [
          "a month that is open again",
          [`UPDATE affiliate_period SET status = 'open' WHERE id = '${april}'`],
          {
            closes: ["eur", "jpy"].map((currency_code) =>
              expect.objectContaining({
                ...{ problem: "line_of_open_month", program_id, period: "2016-04", affiliate_id: anna, currency_code },
                ...{ expected: `a closed month of ${program_id}`, found: `open month of ${program_id}` },
              })
            ),
            months: [
              expect.objectContaining({ problem: "closed_out_of_order", program_id, period: "2016-05" }),
              {
                ...{ problem: "left_open", program_id, period: "2016-04", expected: "closed" },
                found: "open since 2016-04-30 22:00:00+00",
              },
            ],
          },
        ],
        [
          "a line of no month",
          [change("period_id = 'affper_x'")],
          {
            closes: [
              {
                ...{ problem: "month_missing", program_id, affiliate_id: anna, currency_code: "jpy", line_id: id! },
                ...{ expected: `a closed month of ${program_id}`, found: "none" },
              },
            ],
            one_close: [expect.objectContaining({ problem: "line_missing", currency_code: "jpy" })],
          },
        ],
        ...["2016-04-30 21:59:59+00", null].map((closed_at): Case => {
          const set = closed_at ? `'${closed_at}'` : "NULL"
          return [
            `closed at ${closed_at ?? "no time"}`,
            [`UPDATE affiliate_period SET closed_at = ${set} WHERE id = '${april}'`],
            {
              closes: [
                {
                  ...{ problem: "closed_too_early", program_id, period: "2016-04" },
                  ...{ expected: "closed at 2016-04-30 22:00:00+00 or later", found: closed_at ?? "no time" },
                },
              ],
            },
          ]
        }),
      ])
    })

    it("names commissions outside their month, and months left open", async () => {
      const { program_id, june, canceled } = story
      const laterRow = (at: string) =>
        `UPDATE affiliate_commission SET occurred_at = '${at}', corrects_period = NULL WHERE order_id = '${canceled}' AND sequence = 2`
      const [commission, june_] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_commission WHERE order_id = '${june}'`,
        `SELECT id FROM affiliate_period WHERE period = '2016-06'`
      )
      const happened = (at: string) => `UPDATE affiliate_commission SET occurred_at = '${at}' WHERE id = '${commission}'`
      const outside = (found: string) => ({
        months: [
          {
            ...{ problem: "outside_its_month", program_id, period: "2016-06", order_id: june, commission_id: commission! },
            ...{ expected: "2016-05-31 22:00:00+00 to 2016-06-30 22:00:00+00", found },
          },
        ],
      })
      const ends = (at: string) => `UPDATE affiliate_period SET ends_at = '${at}' WHERE id = '${june_}'`
      await expectBroken(getContainer(), [
        ["in its first moment", [happened("2016-05-31 22:00:00+00")], {}],
        ["a moment before", [happened("2016-05-31 21:59:59+00")], outside("2016-05-31 21:59:59+00")],
        ["in its last moment", [happened("2016-06-30 21:59:59+00")], {}],
        ["a moment behind", [happened("2016-06-30 22:00:00+00")], outside("2016-06-30 22:00:00+00")],
        [
          "a moment behind, in the month by the zone the program has now",
          [happened("2016-06-30 22:00:00+00"), `UPDATE affiliate_program SET timezone = 'UTC'`],
          {},
        ],
        [
          "a late fact",
          [happened("2016-05-20"), `UPDATE affiliate_commission SET corrects_period = '2016-05' WHERE id = '${commission}'`],
          {},
        ],
        ["a later row of an order that came too late for a closed month", [laterRow("2016-04-29")], {}],
        [
          "a later row of a time to come",
          [laterRow("2016-06-02")],
          { months: [expect.objectContaining({ problem: "outside_its_month", period: "2016-05", order_id: canceled })] },
        ],
        ["open a day after its end", [ends("2016-06-14 12:00:00+00")], {}],
        [
          "and a second longer",
          [ends("2016-06-14 11:59:59+00")],
          {
            months: [
              { problem: "left_open", program_id, period: "2016-06", expected: "closed", found: "open since 2016-06-14 11:59:59+00" },
            ],
          },
        ],
      ])
    })

    it("names payouts of which no provider has told anything for a day", async () => {
      const { anna, paid } = story
      const [{ number } = { number: 0 }] = await sql<{ number: number }>(
        getContainer(),
        `SELECT number FROM affiliate_payout WHERE id = '${paid}'`
      )
      const sent = (ago: number) => {
        const at = new Date(STORY_NOW.getTime() - ago * 1000).toISOString()
        return `UPDATE affiliate_payout SET status = 'processing', method = 'store_credit', sent_at = '${at}' WHERE id = '${paid}'`
      }
      const at = `sent at ${new Date(STORY_NOW.getTime() - 86_401_000).toISOString().replace(".000", "")}`
      const unanswered = { problem: "unanswered", payout_id: paid, number, affiliate_id: anna, method: "store_credit" }
      await expectBroken(getContainer(), [
        ["a day and a second ago", [sent(86_401)], { payouts_answered: [{ ...unanswered, expected: "paid or failed", found: at }] }],
        ["a day ago", [sent(86_400)], {}],
        ["sent and paid", [sent(86_401), `UPDATE affiliate_payout SET status = 'paid' WHERE id = '${paid}'`], {}],
      ])
    })

    it("names entries that do not balance, or are not what their source says", async () => {
      const { anna, program_id, adjustment, paid, failed } = story
      const entry = async (source: string, account = "affiliate") =>
        (
          await firstIds(
            getContainer(),
            `SELECT id FROM affiliate_ledger_entry WHERE source_type || source_id = '${source}' AND account = '${account}'`
          )
        )[0]!
      const [line] = await firstIds(getContainer(), `SELECT id FROM affiliate_period_line WHERE currency_code = 'jpy'`)
      const adjusted = await entry(`adjustment${adjustment}`)
      const other = await entry(`adjustment${adjustment}`, "program_expense")
      const posting = { source_type: "adjustment", source_id: adjustment }
      const of = `of ${anna}, ${program_id}`
      const differs = { problem: "entry_differs", ...posting, account: "affiliate", entry_id: adjusted, expected: `5.50 eur ${of}` }
      const balance = (found: string, expected = "0.50") => ({
        balances: [{ problem: "balance_differs", affiliate_id: anna, currency_code: "eur", expected, found }],
      })
      const missing = (source: { source_type: string; source_id: string }, account: string, expected: string) => ({
        ...{ problem: "entry_missing", ...source, account, expected: `${expected} ${of}`, found: "none" },
      })
      const unbalanced = (source: { source_type: string; source_id: string }, found: string) => ({
        entries_balanced: [{ problem: "not_balanced", ...source, expected: "2 entries, 0 in one currency", found }],
      })
      const set = (what: string, id: string) => `UPDATE affiliate_ledger_entry SET ${what} WHERE id = '${id}'`
      const payout = (id: string, reversal = false) => ({ source_type: reversal ? "payout_reversal" : "payout", source_id: id })
      await expectBroken(getContainer(), [
        [
          "one leg",
          [set("amount = 5.60", adjusted)],
          {
            ...unbalanced(posting, "2 entries, 0.10 in eur"),
            entry_sources: [{ ...differs, found: `5.60 eur ${of}` }],
            ...balance("0.60"),
          },
        ],
        [
          "both legs",
          [set("amount = 5.60", adjusted), set("amount = -5.60", other)],
          {
            entry_sources: [
              { ...differs, found: `5.60 eur ${of}` },
              { ...differs, account: "program_expense", entry_id: other, expected: `-5.50 eur ${of}`, found: `-5.60 eur ${of}` },
            ],
            ...balance("0.60"),
          },
        ],
        [
          "another currency",
          [set("currency_code = 'usd'", other)],
          {
            ...unbalanced(posting, "2 entries, 0.00 in eur, usd"),
            entry_sources: [
              { ...differs, account: "program_expense", entry_id: other, expected: `-5.50 eur ${of}`, found: `-5.50 usd ${of}` },
            ],
          },
        ],
        [
          "a leg that was deleted",
          [`DELETE FROM affiliate_ledger_entry WHERE id = '${other}'`],
          {
            ...unbalanced(posting, "1 entries, 5.50 in eur"),
            entry_sources: [missing(posting, "program_expense", "-5.50 eur")],
          },
        ],
        [
          "a posting that was deleted",
          [`DELETE FROM affiliate_ledger_entry WHERE source_id = '${line}'`],
          {
            entry_sources: [
              missing({ source_type: "period_line", source_id: line! }, "affiliate", "123 jpy"),
              missing({ source_type: "period_line", source_id: line! }, "program_expense", "-123 jpy"),
            ],
            balances: [{ problem: "balance_differs", affiliate_id: anna, currency_code: "jpy", expected: "123", found: "0" }],
          },
        ],
        [
          "a line that is withheld and credited",
          [`UPDATE affiliate_period_line SET outcome = 'withheld' WHERE id = '${line}'`],
          {
            entry_sources: [
              expect.objectContaining({ problem: "source_missing", account: "affiliate", expected: "none", found: `123 jpy ${of}` }),
              expect.objectContaining({ problem: "source_missing", account: "program_expense", found: `-123 jpy ${of}` }),
            ],
            balances: [{ problem: "balance_differs", affiliate_id: anna, currency_code: "jpy", expected: "0", found: "123" }],
          },
        ],
        [
          "entries of nothing",
          [`DELETE FROM affiliate_adjustment`],
          {
            entry_sources: [
              { ...differs, problem: "source_missing", expected: "none", found: `5.50 eur ${of}` },
              {
                ...{ ...differs, problem: "source_missing", account: "program_expense", entry_id: other },
                ...{ expected: "none", found: `-5.50 eur ${of}` },
              },
            ],
            ...balance("0.50", "-5.00"),
          },
        ],
        [
          "a paid payout that says it failed",
          [`UPDATE affiliate_payout SET status = 'failed' WHERE id = '${paid}'`],
          {
            entry_sources: [missing(payout(paid, true), "affiliate", "10.00 eur"), missing(payout(paid, true), "payout", "-10.00 eur")],
            ...balance("0.50", "10.50"),
          },
        ],
        [
          "a paid payout that says it was canceled",
          [`UPDATE affiliate_payout SET status = 'canceled' WHERE id = '${paid}'`],
          {
            entry_sources: [missing(payout(paid, true), "affiliate", "10.00 eur"), missing(payout(paid, true), "payout", "-10.00 eur")],
            ...balance("0.50", "10.50"),
          },
        ],
        [
          "a failed payout that says it was paid",
          [`UPDATE affiliate_payout SET status = 'paid' WHERE id = '${failed}'`],
          {
            entry_sources: [
              expect.objectContaining({
                problem: "source_missing",
                ...payout(failed, true),
                account: "affiliate",
                found: `123 jpy ${of}`,
              }),
              expect.objectContaining({
                problem: "source_missing",
                ...payout(failed, true),
                account: "payout",
                found: `-123 jpy ${of}`,
              }),
            ],
            balances: [{ problem: "balance_differs", affiliate_id: anna, currency_code: "jpy", expected: "0", found: "123" }],
          },
        ],
        [
          "a payout of another amount",
          [`UPDATE affiliate_payout SET amount = 4 WHERE id = '${paid}'`],
          {
            entry_sources: [
              expect.objectContaining({
                ...payout(paid),
                account: "affiliate",
                expected: `-4 eur ${of}`,
                found: `-10.00 eur ${of}`,
              }),
              expect.objectContaining({ ...payout(paid), account: "payout", expected: `4 eur ${of}`, found: `10.00 eur ${of}` }),
            ],
            ...balance("0.50", "6.50"),
          },
        ],
      ])
    })

    it("names rows of affiliates and programs that are gone, and rows marked as deleted", async () => {
      const { anna, program_id, adjustment, paid } = story
      const [referral, affiliateEntry] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_referral`,
        `SELECT id FROM affiliate_ledger_entry WHERE source_id = '${adjustment}' AND account = 'affiliate'`
      )
      const missing = (table_name: string, row_id: string) => ({
        ...{ problem: "affiliate_missing", table_name, row_id, expected: `aff_x of ${program_id}`, found: "none" },
      })
      await expectBroken(getContainer(), [
        [
          "a referral of nobody",
          [`UPDATE affiliate_referral SET affiliate_id = 'aff_x'`],
          { orphans: [missing("affiliate_referral", referral!)] },
        ],
        [
          "an adjustment and its entries of nobody",
          [
            `UPDATE affiliate_adjustment SET affiliate_id = 'aff_x'`,
            `UPDATE affiliate_ledger_entry SET affiliate_id = 'aff_x' WHERE source_id = '${adjustment}'`,
          ],
          {
            orphans: expect.arrayContaining([
              missing("affiliate_adjustment", adjustment),
              missing("affiliate_ledger_entry", affiliateEntry!),
            ]),
          },
        ],
        [
          "a referral in another program",
          [
            `INSERT INTO affiliate_program (id, name, handle, site_url, commission_percent) VALUES ('affprog_x', 'X', 'x', 'https://x.example', 1)`,
            `UPDATE affiliate_referral SET program_id = 'affprog_x'`,
          ],
          {
            orphans: [
              {
                ...{ problem: "program_of_another", table_name: "affiliate_referral", row_id: referral! },
                ...{ expected: `${anna} of affprog_x`, found: `${anna} of ${program_id}` },
              },
            ],
          },
        ],
        [
          "a referral in no program",
          [`UPDATE affiliate_referral SET program_id = 'affprog_x'`],
          { orphans: [expect.objectContaining({ problem: "program_missing", table_name: "affiliate_referral", row_id: referral! })] },
        ],
        [
          "months of a program that is gone",
          [
            `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES ('affper_x', 'affprog_x', '2016-06', now(), now())`,
          ],
          {
            orphans: [
              {
                ...{ problem: "program_missing", table_name: "affiliate_period", row_id: "affper_x" },
                ...{ expected: "affprog_x", found: "none" },
              },
            ],
          },
        ],
        [
          "a payout marked as deleted",
          [`UPDATE affiliate_payout SET deleted_at = '2016-06-14 12:00:00+00' WHERE id = '${paid}'`],
          {
            deleted_rows: [
              {
                ...{ problem: "marked_deleted", table_name: "affiliate_payout", row_id: paid },
                ...{ expected: "kept", found: "deleted at 2016-06-14 12:00:00+00" },
              },
            ],
          },
        ],
      ])
      const marked = await brokenBy(
        getContainer(),
        ["commission", "period", "period_line", "ledger_entry", "adjustment", "payout"].map(
          (table) => `UPDATE affiliate_${table} SET deleted_at = now()`
        )
      )
      expect(new Set(marked.deleted_rows?.map(({ table_name }) => table_name)).size).toBe(6)
    })

    it("names statements that are not numbered one by one, or whose balances moved", async () => {
      const { anna: affiliate_id, program_id, adjustment } = story
      for (const [period, currency_code] of [
        ["2016-04", "eur"],
        ["2016-04", "jpy"],
        ["2016-05", "eur"],
      ] as const) {
        await affiliateModule(getContainer()).statements.issue({ affiliate_id, period, currency_code, now: STORY_NOW })
      }
      expect(await brokenBy(getContainer(), [])).toEqual({})
      const [second, third] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_statement WHERE number = 2`,
        `SELECT id FROM affiliate_statement WHERE number = 3`
      )
      const may = { problem: "balance_differs", affiliate_id, statement_id: third!, period: "2016-05", currency_code: "eur" }
      const moved = [`UPDATE affiliate_ledger_entry SET occurred_at = '2016-05-20' WHERE source_id = '${adjustment}'`]
      const numbers = (found: string) => ({ statement_numbers: [{ problem: "sequence_broken", program_id, expected: "1 to 2", found }] })
      await expectBroken(getContainer(), [
        [
          "an entry in a month that was printed",
          moved,
          { statement_balances: [{ ...may, expected: "10.00 to 0.50", found: "10.00 to -5.00" }] },
        ],
        ["a number that is gone", [`DELETE FROM affiliate_statement WHERE number = 2`], numbers("from 1 to 3, 2 numbers")],
        ["the first number gone", [`DELETE FROM affiliate_statement WHERE number = 1`], numbers("from 2 to 3, 2 numbers")],
        [
          "a statement of nobody",
          [`UPDATE affiliate_statement SET affiliate_id = 'aff_x' WHERE number = 2`],
          {
            statement_balances: [
              {
                ...may,
                affiliate_id: "aff_x",
                statement_id: second!,
                period: "2016-04",
                currency_code: "jpy",
                expected: "0 to 0",
                found: "0 to 123",
              },
            ],
            orphans: [expect.objectContaining({ problem: "affiliate_missing", table_name: "affiliate_statement", row_id: second! })],
          },
        ],
        [
          "a statement marked as deleted",
          [`UPDATE affiliate_statement SET deleted_at = now() WHERE number = 2`],
          { deleted_rows: [expect.objectContaining({ table_name: "affiliate_statement", row_id: second! })] },
        ],
      ])
    })
  },
})
