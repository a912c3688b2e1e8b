import { model } from "@medusajs/framework/utils"

import { Affiliate } from "./affiliate"
import { ProgramCustomerGroup } from "./program-customer-group"
import { ProgramSalesChannel } from "./program-sales-channel"

/** The rules of one affiliate program. Percentages are percent (10 = 10 %); `number` is the `project` of BILLmanager's counter. */
export const Program = model
  .define("affiliate_program", {
    id: model.id({ prefix: "affprog" }).primaryKey(),
    number: model.autoincrement(),
    name: model.text().searchable(),
    handle: model.text().searchable(),
    status: model.enum(["active", "paused", "archived"]).default("active"),
    site_url: model.text(),
    link_parameter: model.text().default("ref"),
    link_aliases: model.json().nullable(),
    promo_code_template: model.text().nullable(),
    customer_discount_percent: model.text().nullable(),
    link_gives_discount: model.boolean().default(false),
    commission_percent: model.text(),
    commission_basis: model.enum(["placed", "captured"]).default("placed"),
    include_tax: model.boolean().default(false),
    include_shipping: model.boolean().default(false),
    margin_guard_percent: model.text().nullable(),
    order_commission_limits: model.json().nullable(),
    commission_tiers: model.json().nullable(),
    affiliate_month_limits: model.json().nullable(),
    month_budgets: model.json().nullable(),
    new_customer_bonuses: model.json().nullable(),
    welcome_bonuses: model.json().nullable(),
    attribution_window_days: model.number().default(90),
    attribution_model: model.enum(["last_click", "first_click"]).default("last_click"),
    referral_period_months: model.number().nullable(),
    hold_period_days: model.number().default(0),
    timezone: model.text().default("UTC"),
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    auto_enroll: model.boolean().default(false),
    requires_approval: model.boolean().default(false),
    application_questions: model.json().nullable(),
    logo_url: model.text().nullable(),
    accent_color: model.text().nullable(),
    accent_color_dark: model.text().nullable(),
    creatives: model.json().nullable(),
    agreement_text: model.text().nullable(),
    agreement_required: model.boolean().default(false),
    payout_method: model.text().default("transfer"),
    payout_methods: model.json().nullable(),
    payout_minimums: model.json().nullable(),
    automatic_payouts: model.boolean().default(false),
    statement_settings: model.json().nullable(),
    notifications: model.json().nullable(),
    metadata: model.json().nullable(),
    affiliates: model.hasMany(() => Affiliate, { mappedBy: "program" }),
    customer_groups: model.hasMany(() => ProgramCustomerGroup, { mappedBy: "program" }),
    sales_channels: model.hasMany(() => ProgramSalesChannel, { mappedBy: "program" }),
  })
  .indexes([
    { on: ["handle"], unique: true },
    { on: ["number"], unique: true },
  ])
