import { model } from "@medusajs/framework/utils"

/** One round of payouts of a program: what was made at once, by a person or after a close, and is then sent and marked as paid together. */
export const PayRun = model
  .define("affiliate_pay_run", {
    id: model.id({ prefix: "affrun" }).primaryKey(),
    number: model.autoincrement(),
    program_id: model.text(),
    created_by: model.text(),
  })
  .indexes([
    // Lists are paged by number.
    { on: ["number"], where: null },
    { on: ["program_id", "number"], where: null },
  ])
