import { model } from "@medusajs/framework/utils"

/**
 * The lasting tie affiliate -> customer. It follows the e-mail (lower case), so that a guest's tie holds for the account made later.
 * A tie that is replaced keeps its row and gets `ended_at`: one customer, one living tie per program.
 */
export const Referral = model
  .define("affiliate_referral", {
    id: model.id({ prefix: "affref" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    customer_id: model.text().nullable(),
    email: model.text().searchable(),
    source: model.enum(["link", "promo_code", "manual"]),
    source_id: model.text().nullable(),
    order_id: model.text().nullable(),
    reason: model.text().nullable(),
    created_by: model.text().nullable(),
    started_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    ended_by: model.text().nullable(),
    ended_reason: model.text().nullable(),
  })
  .indexes([
    { on: ["program_id", "email"], unique: true, where: "ended_at IS NULL AND deleted_at IS NULL" },
    { on: ["program_id", "customer_id"], unique: true, where: "ended_at IS NULL AND deleted_at IS NULL" },
    // One order makes one tie, however many processes record it at once.
    { on: ["order_id"], unique: true, where: "order_id IS NOT NULL AND deleted_at IS NULL" },
    { on: ["customer_id"] },
    { on: ["email"] },
    { on: ["affiliate_id", "started_at"] },
  ])
