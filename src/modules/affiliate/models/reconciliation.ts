import { model } from "@medusajs/framework/utils"

/** One finished reconciliation: the next one records what changed since this one began. */
export const Reconciliation = model
  .define("affiliate_reconciliation", {
    id: model.id({ prefix: "affrec" }).primaryKey(),
    began_at: model.dateTime(),
    order_count: model.number(),
    commission_count: model.number(),
    quarantined_count: model.number().default(0),
  })
  .indexes([{ on: ["began_at"], where: null }])
