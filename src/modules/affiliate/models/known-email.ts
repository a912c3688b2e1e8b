import { model } from "@medusajs/framework/utils"

/**
 * E-mails of customers in lower case, where Medusa's own table does not lead to them: of customers whose stored e-mail has capitals, because
 * Medusa keeps an account's e-mail as typed and has no index that ignores case; and of affiliates, also those they had before.
 */
export const KnownEmail = model
  .define("affiliate_known_email", {
    id: model.id({ prefix: "affmail" }).primaryKey(),
    email: model.text(),
    customer_id: model.text(),
  })
  .indexes([{ on: ["email"] }, { on: ["customer_id", "email"], unique: true, where: null }])
