import { model } from "@medusajs/framework/utils"

/**
 * The one cart of a shopper (`customer <id>` and `email <lower case>`) that may complete with an affiliate code's discount. The unique key
 * decides between parallel completions: each sees no earlier order, only one gets the rows.
 */
export const FirstOrderClaim = model
  .define("affiliate_first_order_claim", {
    id: model.id({ prefix: "affclaim" }).primaryKey(),
    person: model.text(),
    cart_id: model.text(),
    claimed_at: model.dateTime(),
  })
  .indexes([{ on: ["person"], unique: true, where: null }])
