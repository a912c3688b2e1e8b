import { model } from "@medusajs/framework/utils"

/**
 * The decision about one order, with its evidence, also when nobody earns. Rate (percent), basis, tax, shipping, guard and limits are those of
 * the moment the order was placed and do not change. A new decision (an admin's) supersedes the old one, which keeps its row.
 */
export const Attribution = model
  .define("affiliate_attribution", {
    id: model.id({ prefix: "affattr" }).primaryKey(),
    order_id: model.text(),
    email: model.text().nullable(),
    customer_id: model.text().nullable(),
    outcome: model.enum(["attributed", "none"]),
    reason: model.text(),
    source: model.enum(["link", "promo_code", "manual"]).nullable(),
    program_id: model.text().nullable(),
    affiliate_id: model.text().nullable(),
    referral_id: model.text().nullable(),
    rate_percent: model.text().nullable(),
    /** Whose rate it is: the affiliate's own, or the program's. `rules`: the program's for lines that none of its rules matches. */
    rate_source: model.enum(["affiliate", "rules", "program"]).nullable(),
    commission_basis: model.enum(["placed", "captured"]).nullable(),
    include_tax: model.boolean().nullable(),
    include_shipping: model.boolean().nullable(),
    margin_guard_percent: model.text().nullable(),
    order_commission_limits: model.json().nullable(),
    /** Whether no earlier order of the customer was known at the first decision about the order. Later decisions keep it. */
    is_first_order: model.boolean().default(false),
    evidence: model.json(),
    placed_at: model.dateTime(),
    /** Who decided by hand, and why. */
    created_by: model.text().nullable(),
    note: model.text().nullable(),
    superseded_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id"], unique: true, where: "superseded_at IS NULL AND deleted_at IS NULL" },
    { on: ["order_id"], where: "superseded_at IS NOT NULL AND deleted_at IS NULL" },
    // What an order's current decision is looked up by implies neither: of a fresh table PostgreSQL would read either index to its end for it.
    { on: ["email"], where: "email IS NOT NULL AND deleted_at IS NULL" },
    { on: ["affiliate_id", "placed_at"], where: "affiliate_id IS NOT NULL AND deleted_at IS NULL" },
    { on: ["source"], where: null },
    { on: ["referral_id", "placed_at"], where: "referral_id IS NOT NULL AND superseded_at IS NULL AND deleted_at IS NULL" },
  ])
