import { model } from "@medusajs/framework/utils"

/** A correction of a balance by hand, kept with author and reason. Never updated or deleted; numeric in the database. */
export const Adjustment = model
  .define("affiliate_adjustment", {
    id: model.id({ prefix: "affadj" }).primaryKey(),
    affiliate_id: model.text(),
    program_id: model.text(),
    amount: model.text(),
    currency_code: model.text(),
    reason: model.text(),
    created_by: model.text(),
    occurred_at: model.dateTime(),
    /** Of a balance that was brought over from another program: what makes it happen once. */
    source_key: model.text().nullable(),
  })
  .indexes([
    { on: ["affiliate_id"], where: null },
    { on: ["program_id", "source_key"], unique: true, where: "source_key IS NOT NULL" },
  ])
