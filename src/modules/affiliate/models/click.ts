import { model } from "@medusajs/framework/utils"

/**
 * One recorded visit that carried an affiliate's code. URL, referrer and the parameters are hostile text, capped. Of the query only these
 * parameters are stored.
 */
export const Click = model
  .define("affiliate_click", {
    id: model.id({ prefix: "affclk" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    landing_url: model.text(),
    referrer: model.text().nullable(),
    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    sub: model.text().nullable(),
    occurred_at: model.dateTime(),
  })
  .indexes([{ on: ["occurred_at"] }, { on: ["affiliate_id", "occurred_at"] }])
