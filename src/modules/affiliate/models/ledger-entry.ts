import { model } from "@medusajs/framework/utils"

/**
 * One leg of a posting: a credit (+) or debit (-) of one account in one currency. Rows of this table are never updated or deleted (a
 * trigger refuses it), and the legs of a source add up to zero (another trigger). `source_type` + `source_id` say where the money comes
 * from, and their unique key makes every posting happen once.
 */
export const LedgerEntry = model
  .define("affiliate_ledger_entry", {
    id: model.id({ prefix: "affent" }).primaryKey(),
    account: model.enum(["affiliate", "program_expense", "payout"]),
    program_id: model.text(),
    affiliate_id: model.text(),
    amount: model.text(),
    currency_code: model.text(),
    source_type: model.enum(["period_line", "adjustment", "payout", "payout_reversal"]),
    source_id: model.text(),
    period: model.text().nullable(),
    available_at: model.dateTime(),
    occurred_at: model.dateTime(),
  })
  .indexes([
    { on: ["source_type", "source_id", "account"], unique: true, where: null },
    { on: ["affiliate_id", "id"], where: null },
  ])
