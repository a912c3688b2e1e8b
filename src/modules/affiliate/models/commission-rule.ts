import { model } from "@medusajs/framework/utils"

/**
 * What some lines of a program's orders earn. The living rules of a program are tried in the order of `rank`, and the first that matches a
 * line gives its rate. A trigger keeps every version in `affiliate_commission_rule_history`.
 */
export const CommissionRule = model
  .define("affiliate_commission_rule", {
    id: model.id({ prefix: "affrule" }).primaryKey(),
    program_id: model.text(),
    name: model.text(),
    /** What affiliates read; they do not see a rule without one by name. */
    public_name: model.text().nullable(),
    rate: model.json(),
    conditions: model.json(),
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    rank: model.number(),
  })
  .indexes([{ on: ["program_id", "rank"] }])
