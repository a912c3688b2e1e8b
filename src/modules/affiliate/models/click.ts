import { model } from "@medusajs/framework/utils"

/** One recorded visit that carried an affiliate's code. URL and referrer are hostile text, capped and stored without query values. */
export const Click = model
  .define("affiliate_click", {
    id: model.id({ prefix: "affclk" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    landing_url: model.text(),
    referrer: model.text().nullable(),
    occurred_at: model.dateTime(),
  })
  .indexes([{ on: ["affiliate_id", "occurred_at"] }])
