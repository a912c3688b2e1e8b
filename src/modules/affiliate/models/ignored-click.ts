import { model } from "@medusajs/framework/utils"

/** How many calls of the counter carried nothing to record, by UTC day and reason. The text of such a call is never stored. */
export const IgnoredClick = model
  .define("affiliate_ignored_click", {
    id: model.id({ prefix: "affign" }).primaryKey(),
    day: model.text(),
    reason: model.text(),
    count: model.number(),
  })
  .indexes([{ on: ["day", "reason"], unique: true, where: null }])
