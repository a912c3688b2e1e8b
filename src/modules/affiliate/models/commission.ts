import { model } from "@medusajs/framework/utils"

/**
 * What one order, or one change of it, earns. Rows of this table are never updated or deleted (a trigger refuses it); the rows of an order
 * always add up to what the order earns now. Amounts are numeric in the database (see the migration), rounded to the currency's digits,
 * in major units; here they are exact decimal strings.
 */
export const Commission = model
  .define("affiliate_commission", {
    id: model.id({ prefix: "affcom" }).primaryKey(),
    order_id: model.text(),
    /** 1, 2, 3 … within the order. Its unique key makes recording idempotent: of two writers that saw the same rows one writes nothing. */
    sequence: model.number(),
    attribution_id: model.text(),
    affiliate_id: model.text(),
    program_id: model.text(),
    kind: model.enum(["order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"]),
    expense_amount: model.text(),
    rate_percent: model.text(),
    amount: model.text(),
    currency_code: model.text(),
    period: model.text(),
    corrects_period: model.text().nullable(),
    order_version: model.number(),
    /** What caused the difference: a row of Medusa's order module, or the decision that gave the order to another affiliate. */
    cause_type: model.enum(["order", "order_change", "order_transaction", "attribution"]).nullable(),
    cause_id: model.text().nullable(),
    occurred_at: model.dateTime(),
  })
  .indexes([
    { on: ["order_id", "sequence"], unique: true, where: null },
    { on: ["program_id", "period"], where: null },
    // The lists' own order, of all commissions and of one affiliate's.
    { on: ["occurred_at", "order_id", "sequence"], where: null },
    { on: ["affiliate_id", "occurred_at", "order_id", "sequence"], where: null },
    // The few that are changes of an order, by kind or as later ones than the first.
    { name: "IDX_affiliate_commission_later", on: ["occurred_at", "order_id", "sequence"], where: "kind <> 'order' OR sequence > 1" },
    // Those of rare sources, from their decisions.
    { on: ["attribution_id"], where: null },
  ])
