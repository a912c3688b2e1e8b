import { insert, posting, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"
import { rows } from "../connection"
import { AffiliateHasEarned, ClosedOutOfOrder, OrderRefused, PeriodClosed, RowNeverChanges, UnbalancedPosting } from "../refusals"

const COPY_COMMISSION = `
  INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount,
                                    currency_code, period, order_version, occurred_at)
  SELECT 'affcom_copy', 'order_copy', 1, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount, currency_code,
         '2026-03', order_version, occurred_at
  FROM affiliate_commission LIMIT 1`

const COPY_ENTRY = `
  INSERT INTO affiliate_ledger_entry (id, account, program_id, affiliate_id, amount, currency_code, source_type, source_id, available_at, occurred_at)
  SELECT 'affent_copy', account, program_id, affiliate_id, amount, currency_code, source_type, 'source_copy', available_at, occurred_at
  FROM affiliate_ledger_entry WHERE account = 'affiliate' LIMIT 1`

moduleSuite(({ sql }) => {
  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate_commission")
    await insert(sql(), "affiliate_ledger_entry", ...posting("10"))
  })

  it.each([
    ["a commission of a period that is not open", COPY_COMMISSION, PeriodClosed, "commissions are recorded in open periods only"],
    ["an order that cannot be recorded", "SELECT affiliate_refuse_order('no such currency')", OrderRefused, "no such currency"],
    [
      "a change of a commission",
      "UPDATE affiliate_commission SET amount = 0",
      RowNeverChanges,
      "Rows of affiliate_commission are never updated or deleted: append a correction",
    ],
    ["half a posting", COPY_ENTRY, UnbalancedPosting, "the entries of a source must add up to zero"],
    [
      "the deletion of an affiliate who has earned",
      "DELETE FROM affiliate",
      AffiliateHasEarned,
      "Affiliate aff_1 has earned and cannot be deleted: suspend the affiliate instead",
    ],
    [
      "the close of a month before an earlier one",
      `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES ('affper_0', 'affprog_1', '2026-03', now(), now());
       UPDATE affiliate_period SET status = 'closed' WHERE period = '2026-04'`,
      ClosedOutOfOrder,
      "months are closed in order",
    ],
    [
      "a month that is opened before a closed one",
      `UPDATE affiliate_period SET status = 'closed';
       INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES ('affper_0', 'affprog_1', '2026-03', now(), now())`,
      PeriodClosed,
      "a month older than a closed one counts as closed",
    ],
  ])("the database refuses %s, as an error of its own class", async (_, statement, Refusal, message) => {
    const error: unknown = await rows(sql(), statement).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refusal)
    expect(error).toMatchObject({ message })
  })

  it("no rule is checked only at the commit, where no statement would be left to name its refusal; the history refuses nothing", async () => {
    const deferrable = await rows(
      sql(),
      `SELECT conname FROM pg_constraint WHERE condeferrable AND contype <> 't'
       UNION ALL
       SELECT tgname FROM pg_trigger WHERE tgdeferrable AND tgfoid::regproc::text NOT LIKE '%\\_keep\\_version'`
    )
    expect(deferrable).toEqual([])
  })
})
