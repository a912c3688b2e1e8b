import { model } from "@medusajs/framework/utils"

/** Why the last code or token that came with a new cart was left out of it. The cart is made all the same, so no error tells the storefront. */
export const CartRefusal = model
  .define("affiliate_cart_refusal", {
    id: model.id({ prefix: "affcartref" }).primaryKey(),
    cart_id: model.text(),
    reason: model.text(),
    /** Null for a click's token. */
    promo_code: model.text().nullable(),
  })
  .indexes([{ on: ["cart_id"], unique: true, where: null }])
