import { model } from "@medusajs/framework/utils"

/**
 * An order that could not be recorded, with the error. All other orders are recorded without it, every reconciliation retries it, and
 * `resolved_at` is when that worked.
 */
export const QuarantinedOrder = model
  .define("affiliate_quarantined_order", {
    id: model.id({ prefix: "affquar" }).primaryKey(),
    order_id: model.text(),
    error: model.text(),
    attempts: model.number().default(1),
    first_failed_at: model.dateTime(),
    last_failed_at: model.dateTime(),
    resolved_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["order_id"], unique: true, where: null }])
