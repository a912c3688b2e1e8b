import { model } from "@medusajs/framework/utils"

/** A closed period whose balances were paid out automatically. The unique key makes it happen once, however many processes try. */
export const PaidPeriod = model
  .define("affiliate_paid_period", {
    id: model.id({ prefix: "affpaid" }).primaryKey(),
    program_id: model.text(),
    period: model.text(),
  })
  .indexes([{ on: ["program_id", "period"], unique: true, where: null }])
