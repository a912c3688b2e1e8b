import { model } from "@medusajs/framework/utils"

/**
 * The statement of a closed month as a document: its number and what stood at its head when it was issued. The figures are not here, they
 * are read from the ledger, where a closed month never changes; the balances are kept so that it can be proved. Never updated or deleted
 * (a trigger refuses it).
 */
export const Statement = model
  .define("affiliate_statement", {
    id: model.id({ prefix: "affstm" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    period: model.text(),
    currency_code: model.text(),
    /** Without gaps within the program, from 1. */
    number: model.number(),
    opening_balance: model.text(),
    closing_balance: model.text(),
    /** The merchant as the program named him, and the affiliate as he named himself. */
    issuer: model.json(),
    recipient: model.json(),
    agreement_version: model.number().nullable(),
    agreement_text_hash: model.text().nullable(),
    issued_at: model.dateTime(),
  })
  .indexes([
    { on: ["program_id", "number"], unique: true, where: null },
    { on: ["affiliate_id", "period", "currency_code"], unique: true, where: null },
  ])
