import { model } from "@medusajs/framework/utils"

/** A closed period whose balances were paid out automatically. The unique key makes it happen once, however many processes try. */
export const PayoutRun = model
  .define("affiliate_payout_run", {
    id: model.id({ prefix: "affrun" }).primaryKey(),
    program_id: model.text(),
    period: model.text(),
  })
  .indexes([{ on: ["program_id", "period"], unique: true, where: null }])
