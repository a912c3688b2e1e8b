import { model } from "@medusajs/framework/utils"

/**
 * What a close decided for one affiliate in one currency: credited, or withheld with the reason; both, where a correction has the outcome of
 * the period it corrects. Never updated or deleted. Amounts are numeric in the database, exact decimal strings in major units here.
 */
export const PeriodLine = model
  .define("affiliate_period_line", {
    id: model.id({ prefix: "affline" }).primaryKey(),
    period_id: model.text(),
    program_id: model.text(),
    affiliate_id: model.text(),
    currency_code: model.text(),
    expense_amount: model.text(),
    amount: model.text(),
    commission_count: model.number(),
    order_count: model.number(),
    outcome: model.enum(["credited", "withheld"]),
    reason: model.text().nullable(),
    /** Whether the outcome was judged at this close. Otherwise it is the outcome of the periods that the rows correct. */
    is_judged: model.boolean().default(true),
    available_at: model.dateTime(),
  })
  .indexes([
    { on: ["period_id", "affiliate_id", "currency_code", "outcome"], unique: true, where: null },
    { on: ["affiliate_id"], where: null },
  ])
