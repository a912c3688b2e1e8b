import { model } from "@medusajs/framework/utils"

import { Affiliate } from "./affiliate"

/**
 * A code an affiliate gives to shoppers, in upper case. `promotion_id` is the Medusa promotion that gives the discount, null where the program
 * gives none. A code stays valid when the template it was made from changes.
 */
export const PromoCode = model
  .define("affiliate_promo_code", {
    id: model.id({ prefix: "affpromo" }).primaryKey(),
    code: model.text().searchable(),
    promotion_id: model.text().nullable(),
    template: model.text(),
    affiliate: model.belongsTo(() => Affiliate, { mappedBy: "promo_codes" }),
  })
  .indexes([{ on: ["code"], unique: true }, { on: ["promotion_id"] }, { on: ["affiliate_id", "template"], unique: true }])
