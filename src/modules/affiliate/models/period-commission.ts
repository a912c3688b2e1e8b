import { model } from "@medusajs/framework/utils"

/**
 * What the orders of a month together earn more than each of them (a tier, a bonus), or less (the limit of an affiliate's month, the program's budget). Written by the close
 * beside the period's lines, and never updated or deleted: what changes afterwards is a further row, of the month that is closed then. Amounts
 * are numeric in the database, exact decimal strings in major units here.
 */
export const PeriodCommission = model
  .define("affiliate_period_commission", {
    id: model.id({ prefix: "affpcom" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    currency_code: model.text(),
    /** The month whose close wrote it. */
    period: model.text(),
    /** The closed month that it brings up to date; null where it is of the month itself. */
    corrects_period: model.text().nullable(),
    kind: model.enum(["tier", "limit", "new_customer", "welcome", "budget"]),
    amount: model.text(),
    /** What was raised or limited: the month's commissions as they are now, before a limit with what tiers and bonuses added, before a budget less the limit. Or one bonus. */
    base_amount: model.text(),
    /** What was compared with the thresholds of tiers, or brings a bonus, and its measure; for a budget, what all affiliates' months are worth. */
    measure: model.enum(["expenses", "orders"]).nullable(),
    measured: model.text().nullable(),
    /** The highest threshold that was reached, the limit, or the budget; null where none is reached any more. */
    threshold: model.text().nullable(),
    raise_percent: model.text().nullable(),
  })
  .indexes([{ on: ["affiliate_id", "period"], where: null }])
