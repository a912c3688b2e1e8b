import { model } from "@medusajs/framework/utils"

/** One version of a program's agreement, in Markdown. A new text is a new version; rows are never updated or deleted (a trigger refuses it). */
export const Agreement = model
  .define("affiliate_agreement", {
    id: model.id({ prefix: "affagr" }).primaryKey(),
    program_id: model.text(),
    version: model.number(),
    text: model.text(),
    /** SHA-256 of the text, in hexadecimal digits. */
    text_hash: model.text(),
  })
  .indexes([{ on: ["program_id", "version"], unique: true, where: null }])
