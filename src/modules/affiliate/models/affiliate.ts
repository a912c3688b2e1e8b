import { model } from "@medusajs/framework/utils"

import { Program } from "./program"
import { PromoCode } from "./promo-code"

/**
 * A customer enrolled in a program. `number` is what `@ID@` renders to and is unique over all programs, so that two programs with the
 * same template never make the same promo code; `code` is public and stands in the affiliate link, in lower case.
 */
export const Affiliate = model
  .define("affiliate", {
    id: model.id({ prefix: "aff" }).primaryKey(),
    number: model.autoincrement(),
    code: model.text().searchable(),
    status: model.enum(["pending", "active", "suspended", "rejected"]).default("active"),
    status_reason: model.text().nullable(),
    customer_id: model.text(),
    commission_percent: model.text().nullable(),
    /** What the customer answered when they joined: `[{ question, answer }]`. */
    application: model.json().nullable(),
    /** Name, address and tax number for statements; what is missing is taken from the customer. */
    billing_details: model.json().nullable(),
    /** Names of the e-mails that the affiliate does not want. */
    muted_notifications: model.json().nullable(),
    metadata: model.json().nullable(),
    program: model.belongsTo(() => Program, { mappedBy: "affiliates" }),
    promo_codes: model.hasMany(() => PromoCode, { mappedBy: "affiliate" }),
  })
  .indexes([
    { on: ["code"], unique: true },
    { on: ["number"], unique: true },
    { on: ["program_id", "customer_id"], unique: true },
    { on: ["customer_id"] },
  ])
