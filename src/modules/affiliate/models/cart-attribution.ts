import { model } from "@medusajs/framework/utils"

/**
 * A click or promo code that reached a cart: evidence, not a decision. Removing the code from the cart soft-deletes its row. The second
 * unique index is what refuses a second affiliate code in one cart, also when two requests race.
 */
export const CartAttribution = model
  .define("affiliate_cart_attribution", {
    id: model.id({ prefix: "affcart" }).primaryKey(),
    cart_id: model.text(),
    program_id: model.text(),
    affiliate_id: model.text(),
    source: model.enum(["link", "promo_code"]),
    source_id: model.text(),
    occurred_at: model.dateTime(),
  })
  .indexes([
    { on: ["cart_id", "source_id"], unique: true },
    { on: ["cart_id"], unique: true, where: "source = 'promo_code' AND deleted_at IS NULL" },
    { on: ["source_id"], where: "source = 'link' AND deleted_at IS NULL" },
  ])
