import { model } from "@medusajs/framework/utils"

/**
 * What the lines of an order earn under one decision, kept when they were first recorded: the facts that the rules look at, which Medusa may
 * change later, and for each line the rule that matched, with its rate. Rows are never updated or deleted (a trigger refuses it): lines that
 * the order gets later, and a new decision, make a further row, which holds all of them. The last row of a decision counts.
 */
export const OrderTerms = model
  .define("affiliate_order_terms", {
    id: model.id({ prefix: "affterm" }).primaryKey(),
    order_id: model.text(),
    /** 1, 2, 3 … of the order. Its unique key lets one of two writers through that saw the same rows. */
    sequence: model.number(),
    attribution_id: model.text(),
    program_id: model.text(),
    facts: model.json(),
    /** By the id of the line; what shipping earns is under `shipping`. */
    lines: model.json(),
  })
  .indexes([{ on: ["order_id", "sequence"], unique: true, where: null }])
