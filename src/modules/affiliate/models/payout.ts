import { model } from "@medusajs/framework/utils"

/**
 * A payment to an affiliate. The balance is debited when the payout is created, in the same transaction; a payout that fails or is canceled
 * credits it again. Affiliate, amount, currency, method and details never change, and an ended payout never changes
 * at all (triggers refuse it). Amounts are numeric in the database, exact decimal strings in major units here.
 */
export const Payout = model
  .define("affiliate_payout", {
    id: model.id({ prefix: "affpay" }).primaryKey(),
    number: model.autoincrement(),
    /** The round it was made in. */
    pay_run_id: model.text(),
    program_id: model.text(),
    affiliate_id: model.text(),
    amount: model.text(),
    currency_code: model.text(),
    method: model.text().default("transfer"),
    /** The details it goes to, as they were when it was created. Null where the method needs none. */
    payout_details_id: model.text().nullable(),
    /** When it last stood in a payment file: whoever downloaded the file may have uploaded it where money is sent. */
    exported_at: model.dateTime().nullable(),
    /** When a provider was asked to pay. Set before the request, so that no other process asks too. */
    sent_at: model.dateTime().nullable(),
    status: model.enum(["processing", "paid", "failed", "canceled"]).default("processing"),
    /** The bank's or provider's reference of the transfer. */
    reference: model.text().nullable(),
    /** Why it failed or was canceled. */
    reason: model.text().nullable(),
    created_by: model.text(),
    ended_by: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
  })
  .indexes([
    // Two parallel payout runs create one payout.
    { on: ["affiliate_id", "currency_code"], unique: true, where: "status = 'processing' AND deleted_at IS NULL" },
    // Lists and files are paged by number.
    { on: ["number"], where: null },
    { on: ["pay_run_id", "number"], where: null },
    { on: ["program_id", "id"], where: null },
    { on: ["affiliate_id", "id"], where: null },
  ])
