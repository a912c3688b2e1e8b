import { model } from "@medusajs/framework/utils"

/**
 * A customer who was brought by an affiliate. A referral follows the e-mail (lower case), so that a guest's referral holds for an account made
 * later. One that is replaced keeps its row and gets `ended_at`: a customer has one current referral per program.
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
    /** When the click was that made it. */
    clicked_at: model.dateTime().nullable(),
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
    // One order creates one referral, however many processes record it at once.
    { on: ["order_id"], unique: true, where: "order_id IS NOT NULL AND deleted_at IS NULL" },
    { on: ["customer_id"] },
    { on: ["email"] },
    { on: ["affiliate_id", "started_at"] },
    { on: ["started_at", "id"] },
    { on: ["source", "started_at", "id"] },
    { name: "IDX_affiliate_referral_ended", on: ["started_at", "id"], where: "ended_at IS NOT NULL AND deleted_at IS NULL" },
    // What became of a click, and which clicks of a range brought somebody.
    { on: ["source_id"], where: "source = 'link' AND deleted_at IS NULL" },
    { on: ["clicked_at", "source_id"], where: "clicked_at IS NOT NULL AND deleted_at IS NULL" },
  ])
