import { model } from "@medusajs/framework/utils"

/**
 * The statement of a closed period as a document: its number and its head at the time of issue. The figures are read from the ledger, where a
 * closed period never changes; the balances are stored so that the doctor can check that. Never updated or deleted (a trigger refuses it).
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
    /** The merchant as named in the program's settings, and the affiliate as in their billing details. */
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
