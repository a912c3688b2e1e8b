import { model } from "@medusajs/framework/utils"

/** What a merchant's user wrote down about an affiliate. Affiliates never see it, and nobody changes it: a trigger refuses that. */
export const Note = model
  .define("affiliate_note", {
    id: model.id({ prefix: "affnote" }).primaryKey(),
    affiliate_id: model.text(),
    text: model.text(),
    created_by: model.text(),
  })
  .indexes([{ on: ["affiliate_id", "id"], where: null }])
