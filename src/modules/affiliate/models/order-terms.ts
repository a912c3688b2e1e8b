import { model } from "@medusajs/framework/utils"

/**
 * What the lines of an order earn under one decision, kept when they were first recorded: the facts that the rules look at, which Medusa may
 * change later, and for each line the rule that matched, with its rate. Rows are never updated or deleted (a trigger refuses it): lines that
 * the order gets later make a further row, which holds all of them.
 */
export const OrderTerms = model
  .define("affiliate_order_terms", {
    id: model.id({ prefix: "affterm" }).primaryKey(),
    attribution_id: model.text(),
    /** 1, 2, 3 … of the decision. Its unique key lets one of two writers through that saw the same rows. */
    sequence: model.number(),
    order_id: model.text(),
    program_id: model.text(),
    facts: model.json(),
    /** By the id of the line; what shipping earns is under `shipping`. */
    lines: model.json(),
  })
  .indexes([
    { on: ["attribution_id", "sequence"], unique: true, where: null },
    { on: ["order_id"], where: null },
  ])
