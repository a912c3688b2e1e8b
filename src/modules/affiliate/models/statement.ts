import { model } from "@medusajs/framework/utils"

/**
 * The statement of a closed period: the number that the close gives it, and its head, which is stored when it is issued as a document for the
 * first time. The figures are read from the ledger, where a closed period never changes; the balances are stored so that the doctor can check
 * that. Once issued it is never updated, and never deleted (triggers refuse it).
 */
export const Statement = model
  .define("affiliate_statement", {
    id: model.id({ prefix: "affstm" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    period: model.text(),
    currency_code: model.text(),
    /** Without gaps within the program, from 1, in the order of months and affiliates. */
    number: model.number(),
    opening_balance: model.text(),
    closing_balance: model.text(),
    /** Null until it is issued. The merchant as named in the program's settings, and the affiliate as in their billing details. */
    issuer: model.json().nullable(),
    recipient: model.json().nullable(),
    agreement_version: model.number().nullable(),
    agreement_text_hash: model.text().nullable(),
    /** When it was first issued; null until then. */
    issued_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["program_id", "number"], unique: true, where: null },
    { on: ["affiliate_id", "period", "currency_code"], unique: true, where: null },
  ])
