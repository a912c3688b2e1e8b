import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { INVARIANT_IDS } from "../../src/domain/doctor/invariants"
import { affiliateModule } from "../helpers/affiliate"
import { brokenBy, expectBroken, firstIds } from "../helpers/doctor"
import { STORY_NOW, writeLedgerStory, type LedgerStory } from "../helpers/ledger-story"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let story: LedgerStory
    beforeEach(async () => {
      story = await writeLedgerStory(getContainer())
    })

    it("finds all well in a healthy store, and writes nothing", async () => {
      const report = await affiliateModule(getContainer()).doctor.run(STORY_NOW)
      expect(report.invariants.filter(({ ok }) => !ok)).toEqual([])
      expect(report).toMatchObject({ ok: true, checked_at: STORY_NOW })
      expect(report.invariants.map(({ id }) => id)).toEqual(INVARIANT_IDS)
      expect(await brokenBy(getContainer(), [])).toEqual({})
    })

    it("names orders whose commissions are not what they are worth, in April, in June and after an edit nobody told us of", async () => {
      const { anna, canceled, yen, may, june } = story
      const order = (order_id: string, currency_code = "eur") => ({ order_id, affiliate_id: anna, currency_code })
      const line = { program_id: story.program_id, period: "2016-05", affiliate_id: anna, currency_code: "eur" }
      await expectBroken(getContainer(), [
        [
          "a figure that was changed",
          [`UPDATE affiliate_commission SET amount = 2.01 WHERE order_id = '${june}'`],
          {
            orders_worth: [{ problem: "worth_differs", ...order(june), expected: "2.00 on 20.00 eur", found: "2.01 on 20.00 eur" }],
          },
        ],
        [
          "a commission that was deleted",
          [`DELETE FROM affiliate_commission WHERE order_id = '${june}'`],
          { orders_worth: [{ problem: "not_recorded", ...order(june), expected: "2.00 on 20.00 eur", found: "0.00 on 0.00 eur" }] },
        ],
        [
          "an order that was edited without a trace",
          [`UPDATE order_item SET quantity = 3 WHERE order_id = '${yen}'`],
          { orders_worth: [{ problem: "worth_differs", ...order(yen, "jpy"), expected: "370 on 3702 jpy", found: "123 on 1234 jpy" }] },
        ],
        [
          "a cancellation that was taken back",
          [`UPDATE "order" SET status = 'pending' WHERE id = '${canceled}'`],
          { orders_worth: [{ problem: "not_recorded", ...order(canceled), expected: "10.00 on 100.00 eur", found: "0.00 on 0.00 eur" }] },
        ],
        [
          "an order that was deleted for good",
          [`DELETE FROM "order" WHERE id = '${june}'`],
          { orders_worth: [{ problem: "worth_differs", ...order(june), expected: "0.00 on 0.00 eur", found: "2.00 on 20.00 eur" }] },
        ],
        ["the same, of an order whose rows add up to zero", [`DELETE FROM "order" WHERE id = '${canceled}'`], {}],
        [
          "the same, of one that was never recorded",
          [`DELETE FROM affiliate_commission WHERE order_id = '${june}'`, `DELETE FROM "order" WHERE id = '${june}'`],
          {},
        ],
        [
          "a decision that was replaced by none",
          [`UPDATE affiliate_attribution SET outcome = 'none' WHERE order_id = '${june}'`],
          { orders_worth: [{ problem: "worth_differs", ...order(june), expected: "0.00 on 0.00 eur", found: "2.00 on 20.00 eur" }] },
        ],
        [
          "a row of another currency",
          [`UPDATE affiliate_commission SET currency_code = 'usd' WHERE order_id = '${june}'`],
          {
            orders_worth: [
              { problem: "not_recorded", ...order(june), expected: "2.00 on 20.00 eur", found: "0.00 on 0.00 eur" },
              { problem: "worth_differs", ...order(june, "usd"), expected: "0.00 on 0.00 usd", found: "2.00 on 20.00 usd" },
            ],
          },
        ],
        [
          "an order of a closed month",
          [`UPDATE affiliate_commission SET expense_amount = 51 WHERE order_id = '${may}'`],
          {
            orders_worth: [{ problem: "worth_differs", ...order(may), expected: "5.00 on 50.00 eur", found: "5.00 on 51.00 eur" }],
            closes: [
              {
                problem: "line_differs",
                ...line,
                expected: "-5.00 on -49.00, 2 commissions of 2 orders",
                found: "-5.00 on -50.00, 2 commissions of 2 orders",
              },
            ],
          },
        ],
        ["an order that changed seconds ago and whose event is on its way", [...inFlight(june)], {}],
        ["an order that was paid seconds ago", [...paidJustNow(june)], {}],
        [
          "the same, recorded since it changed",
          [...inFlight(june), `UPDATE affiliate_commission SET created_at = '${STORY_NOW.toISOString()}' WHERE order_id = '${june}'`],
          { orders_worth: [{ problem: "worth_differs", ...order(june), expected: "8.00 on 80.00 eur", found: "2.00 on 20.00 eur" }] },
        ],
      ])
    })

    it("names an order PostgreSQL cannot compute, and examines those before and behind it", async () => {
      const { anna, june, may, yen, canceled } = story
      const sick = [may, yen]
      const broken = await brokenBy(getContainer(), [
        ...sick.map(
          (id) => `UPDATE order_line_item SET unit_price = 'NaN' WHERE id IN (SELECT item_id FROM order_item WHERE order_id = '${id}')`
        ),
        `CREATE OR REPLACE FUNCTION affiliate_round(amount numeric, currency_code text) RETURNS numeric LANGUAGE sql AS
           $$ SELECT CASE WHEN amount = 'NaN' THEN affiliate_refuse_order('no number') ELSE round(amount, affiliate_currency_digits(currency_code)) END $$`,
        ...[june, canceled].map((id) => `UPDATE affiliate_commission SET amount = amount + 1 WHERE order_id = '${id}' AND sequence = 1`),
      ])
      const differing = (order_id: string) => ({ problem: "worth_differs", order_id, affiliate_id: anna, currency_code: "eur" })
      const refused = { problem: "not_computable", expected: "an order that can be computed", found: "no number" }
      expect(new Set(broken.orders_worth)).toEqual(
        new Set([
          ...sick.map((order_id) => ({ ...refused, order_id })),
          { ...differing(june), expected: "2.00 on 20.00 eur", found: "3.00 on 20.00 eur" },
          { ...differing(canceled), expected: "0.00 on 0.00 eur", found: "1.00 on 0.00 eur" },
        ])
      )
    })

    it("names orders without a decision, and those in quarantine, which it does not compare", async () => {
      const { june } = story
      const undecide = (order: string) => [
        `DELETE FROM affiliate_attribution WHERE order_id = '${order}'`,
        `DELETE FROM affiliate_commission WHERE order_id = '${order}'`,
      ]
      const lastUpdate = (at: string) => `UPDATE "order" SET created_at = '${at}', updated_at = '${at}' WHERE id = '${june}'`
      const quarantine = (resolved_at: string) =>
        `INSERT INTO affiliate_quarantined_order (id, order_id, error, attempts, first_failed_at, last_failed_at, resolved_at)
         VALUES ('affquar_1', '${june}', 'the cause', 3, now(), now(), ${resolved_at})`
      const wrong = `UPDATE affiliate_commission SET amount = 3 WHERE order_id = '${june}'`
      const undecided = [{ problem: "undecided", order_id: june, expected: "a decision", found: "none" }]
      await expectBroken(getContainer(), [
        ["no decision", undecide(june), { undecided }],
        ["no decision for two hours", [...undecide(june), lastUpdate("2016-06-15T09:59:59Z")], { undecided }],
        ["no decision yet", [...undecide(june), lastUpdate("2016-06-15T10:00:01Z")], {}],
        ["an order of before the first program", [...undecide(june), lastUpdate("2016-04-01T07:59:59Z")], {}],
        [
          "an old order that changed just now",
          [...undecide(june), `UPDATE "order" SET updated_at = '2016-06-15T11:00:00Z' WHERE id = '${june}'`],
          {},
        ],
        ["a draft", [...undecide(june), `UPDATE "order" SET is_draft_order = true WHERE id = '${june}'`], {}],
        ["a draft by its status", [...undecide(june), `UPDATE "order" SET status = 'draft' WHERE id = '${june}'`], {}],
        ["a deleted order", [...undecide(june), `UPDATE "order" SET deleted_at = now() WHERE id = '${june}'`], {}],
        [
          "an order in quarantine",
          [wrong, quarantine("NULL")],
          { quarantine: [{ problem: "quarantined", order_id: june, attempts: 3, expected: "recorded", found: "the cause" }] },
        ],
        [
          "an undecided one in quarantine",
          [...undecide(june), quarantine("NULL")],
          { quarantine: [{ problem: "quarantined", order_id: june, attempts: 3, expected: "recorded", found: "the cause" }] },
        ],
        ["one that left it", [quarantine("now()")], {}],
        ["one that left it and differs", [wrong, quarantine("now()")], { orders_worth: [expect.objectContaining({ order_id: june })] }],
      ])
    })

    it("names decisions that are missing, of another, or made twice", async () => {
      const { anna, program_id, june, may } = story
      const [commission, attribution] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_commission WHERE order_id = '${june}'`,
        `SELECT id FROM affiliate_attribution WHERE order_id = '${june}'`
      )
      const rests = {
        order_id: june,
        commission_id: commission!,
        attribution_id: attribution!,
        expected: `${june}, ${anna}, ${program_id}`,
      }
      const [ofMay] = await firstIds(getContainer(), `SELECT id FROM affiliate_attribution WHERE order_id = '${may}'`)
      await expectBroken(getContainer(), [
        [
          "of another order",
          [`UPDATE affiliate_commission SET attribution_id = '${ofMay}' WHERE id = '${commission}'`],
          {
            decisions: [{ ...rests, attribution_id: ofMay!, problem: "decision_of_another", found: `${may}, ${anna}, ${program_id}` }],
          },
        ],
        [
          "a decision that never was",
          [`UPDATE affiliate_commission SET attribution_id = 'affattr_x' WHERE id = '${commission}'`],
          { decisions: [{ ...rests, attribution_id: "affattr_x", problem: "decision_missing", found: "none" }] },
        ],
        [
          "a second standing decision",
          [
            `DROP INDEX "IDX_affiliate_attribution_order_id_unique"`,
            `INSERT INTO affiliate_attribution (id, order_id, outcome, reason, evidence, placed_at)
             VALUES ('affattr_2', '${june}', 'none', 'no_evidence', '[]', now())`,
          ],
          {
            decisions: [{ problem: "decided_twice", order_id: june, expected: "1 standing decision", found: "2 standing decisions" }],
            guards: [expect.objectContaining({ problem: "guard_missing", name: "IDX_affiliate_attribution_order_id_unique" })],
          },
        ],
        [
          "an affiliate that never was",
          [
            `UPDATE affiliate_attribution SET affiliate_id = 'aff_x' WHERE id = '${attribution}'`,
            `UPDATE affiliate_commission SET affiliate_id = 'aff_x' WHERE id = '${commission}'`,
          ],
          {
            decisions: [
              {
                ...{ problem: "affiliate_missing", order_id: june, attribution_id: attribution! },
                ...{ expected: `aff_x of ${program_id}`, found: "none" },
              },
            ],
            orphans: [
              {
                ...{ problem: "affiliate_missing", table_name: "affiliate_commission", row_id: commission! },
                ...{ expected: `aff_x of ${program_id}`, found: "none" },
              },
            ],
          },
        ],
      ])
    })

    it("names decisions that do not follow what held when the order was placed", async () => {
      const { anna, program_id, june } = story
      const [attribution, referral] = await firstIds(
        getContainer(),
        `SELECT id FROM affiliate_attribution WHERE order_id = '${june}'`,
        `SELECT id FROM affiliate_referral`
      )
      const decision = { order_id: june, attribution_id: attribution! }
      const set = (column: string) => `UPDATE affiliate_attribution SET ${column} WHERE id = '${attribution}'`
      const differ = (found: string) => ({
        ...{ problem: "settings_differ", ...decision, affiliate_id: anna },
        ...{ expected: "10, program, placed, f, f", found },
      })
      const misjudged = (expected: string, found = "valid") => ({
        terms: [{ problem: "evidence_misjudged", ...decision, affiliate_id: anna, evidence_id: referral!, expected, found }],
      })
      const version = (change: string, at = "2016-06-10T12:00:00Z") =>
        `INSERT INTO affiliate_program_history SELECT changed.* FROM affiliate_program_at('${program_id}', 'infinity') latest,
           jsonb_populate_record(latest, '{"valid_from": "${at}", ${change}}') changed`
      const suspended = (at: string) =>
        `INSERT INTO affiliate_history (affiliate_id, valid_from, customer_id, status)
         SELECT id, '${at}', customer_id, 'suspended' FROM affiliate WHERE id = '${anna}'`
      const ben = [
        `INSERT INTO customer (id, email, has_account) VALUES ('cus_ben', 'ben@example.com', true)`,
        `INSERT INTO affiliate (id, code, customer_id, program_id) VALUES ('aff_ben', 'ben', 'cus_ben', '${program_id}')`,
        `INSERT INTO affiliate_history (affiliate_id, valid_from, customer_id, status) VALUES ('aff_ben', '-infinity', 'cus_ben', 'active')`,
        `UPDATE affiliate_referral SET ended_at = '2016-06-01'`,
        `INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, started_at)
         VALUES ('affref_ben', '${program_id}', 'aff_ben', 'shopper@example.com', 'manual', '2016-06-01')`,
      ]
      const overlooked = {
        terms: [
          {
            ...{ problem: "referral_overlooked", ...decision, affiliate_id: "aff_ben", evidence_id: "affref_ben" },
            ...{ expected: "aff_ben", found: anna },
          },
        ],
      }
      const refusedCode = (affiliate: string) =>
        set(`evidence = evidence || '[{"type": "promo_code", "id": "code", "reason": "not_first_order", "affiliate_id": "${affiliate}"}]'`)
      const notPaid = { orders_worth: [expect.objectContaining({ order_id: june })] }
      const benSince = (day: string) => `UPDATE affiliate_referral SET started_at = '2016-06-${day}' WHERE id = 'affref_ben'`
      const captured = [...ben, version('"commission_basis": "captured"'), set("commission_basis = 'captured'"), benSince("11")]
      const paid = `INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code, version, reference, created_at)
        VALUES ('ordtrx_1', '${june}', 23.8, '{"value": "23.8", "precision": 20}', 'eur', 1, 'capture', '2016-06-12')`
      await expectBroken(getContainer(), [
        ["shipping that did not earn", [set("include_shipping = true")], { terms: [differ("10, program, placed, f, t")] }],
        ["a rate of nobody's", [set("rate_source = 'affiliate'")], { terms: [differ("10, affiliate, placed, f, f")] }],
        [
          "another rate",
          [set("rate_percent = 5")],
          { terms: [differ("5, program, placed, f, f")], orders_worth: [expect.objectContaining({ order_id: june })] },
        ],
        ["an affiliate who was suspended at that instant", [suspended("2016-06-10T12:00:00Z")], misjudged("affiliate_not_active")],
        ["a moment later", [suspended("2016-06-10T12:00:00.001Z")], {}],
        ["a program that was paused", [version('"status": "paused"')], misjudged("program_not_running")],
        ["that had ended", [version('"ends_at": "2016-06-10T12:00:00Z"')], misjudged("program_not_running")],
        ["that had not begun", [version('"starts_at": "2016-06-10T12:00:01Z"')], misjudged("program_not_running")],
        ["of another channel", [version('"sales_channel_ids": ["sc_x"]')], misjudged("other_sales_channel")],
        ["whose referrals were over", [version('"referral_period_months": 1')], misjudged("referral_expired")],
        [
          "evidence that was refused",
          [set(`outcome = 'none', evidence = jsonb_set(evidence, '{0,reason}', '"affiliate_not_active"')`)],
          { ...misjudged("valid", "affiliate_not_active"), orders_worth: [expect.objectContaining({ order_id: june })] },
        ],
        ["evidence that no setting refused", [set(`evidence = jsonb_set(evidence, '{0,reason}', '"self_referral"')`)], {}],
        [
          "beside one that does",
          [set(`evidence = jsonb_set(evidence, '{0,reason}', '"self_referral"')`), suspended("2016-06-01")],
          misjudged("affiliate_not_active", "self_referral"),
        ],
        [
          "a click that was too old",
          [set(`evidence = jsonb_set(jsonb_set(evidence, '{0,type}', '"click"'), '{0,occurred_at}', '"2016-03-12T11:59:59.999Z"')`)],
          misjudged("click_expired"),
        ],
        [
          "and one that was not",
          [set(`evidence = jsonb_set(jsonb_set(evidence, '{0,type}', '"click"'), '{0,occurred_at}', '"2016-03-12T12:00:00Z"')`)],
          {},
        ],
        ["a referrer who was set meanwhile", ben, overlooked],
        ["whom the decision knows", [...ben, set(`evidence = evidence || '[{"id": "affref_ben"}]'`)], {}],
        ["beaten by a code of the affiliate, since an earlier order was canceled", [...ben, refusedCode(anna)], {}],
        ["but by nobody else's code", [...ben, refusedCode("aff_ben")], overlooked],
        ["who came after the order", [...ben, benSince("11")], {}],
        ["but before its payment, where captured payments earn", [...captured, paid], overlooked],
        ["which is still to come", captured, { ...overlooked, ...notPaid }],
        ["but not after it", [...captured, paid, benSince("13")], {}],
        ["whose referral was over before it", [...captured, paid, `UPDATE affiliate_referral SET ended_at = '2016-06-12'`], {}],
        ["whose referral was over", [...ben, `UPDATE affiliate_referral SET ended_at = '2016-06-02' WHERE id = 'affref_ben'`], {}],
        ["who was suspended", [...ben, `UPDATE affiliate_history SET status = 'suspended' WHERE affiliate_id = 'aff_ben'`], {}],
        ["though an admin gave it by hand", [...ben, set("reason = 'manual'")], {}],
      ])
    })

    it("names orders whose rows are not numbered one by one", async () => {
      const { canceled } = story
      const renumber = (from: number, to: number) =>
        `UPDATE affiliate_commission SET sequence = ${to} WHERE order_id = '${canceled}' AND sequence = ${from}`
      const third = `
        INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
                                          amount, currency_code, period, corrects_period, order_version, occurred_at)
        SELECT 'affcom_3', order_id, 3, attribution_id, affiliate_id, program_id, 'edit', 0, 10, 0, 'eur', '2016-06', '2016-04', 1, occurred_at
        FROM affiliate_commission WHERE order_id = '${canceled}' AND sequence = 1`
      const broken = (found: string, count = 2) => ({
        sequences: [{ problem: "sequence_broken", order_id: canceled, expected: `1 to ${count}`, found }],
      })
      await expectBroken(getContainer(), [
        ["a gap", [renumber(2, 3)], broken("1, 3")],
        ["a number below one", [renumber(1, 0)], broken("0, 2")],
        ["one more", [third], {}],
        [
          "a double",
          [third, `DROP INDEX "IDX_affiliate_commission_order_id_sequence_unique"`, renumber(2, 1)],
          { ...broken("1, 1, 3", 3), guards: [expect.objectContaining({ name: "IDX_affiliate_commission_order_id_sequence_unique" })] },
        ],
      ])
    })

    /** The June order sells four lamps, and so says a payment of five seconds ago. */
    const paidJustNow = (order: string): string[] => [
      ...inFlight(order),
      `UPDATE "order" SET updated_at = '2016-06-10' WHERE id = '${order}'`,
      `INSERT INTO order_transaction (id, order_id, version, amount, raw_amount, currency_code, created_at)
       VALUES ('ordtrx_1', '${order}', 1, 80, '{"value":"80"}', 'eur', '${new Date(STORY_NOW.getTime() - 5000).toISOString()}')`,
    ]

    /** The June order sells four lamps; as it changed five seconds ago, its event may be on its way. */
    const inFlight = (order: string): string[] => [
      `UPDATE order_item SET quantity = 4 WHERE order_id = '${order}'`,
      `UPDATE "order" SET updated_at = '${new Date(STORY_NOW.getTime() - 5000).toISOString()}' WHERE id = '${order}'`,
      `UPDATE affiliate_attribution SET created_at = '2016-06-10' WHERE order_id = '${order}'`,
      `UPDATE affiliate_commission SET created_at = '2016-06-10' WHERE order_id = '${order}'`,
    ]
  },
})
