import { model } from "@medusajs/framework/utils"

/** Affiliates of any program under one name, such as "Press": commission rules name them. */
export const Group = model
  .define("affiliate_group", {
    id: model.id({ prefix: "affgroup" }).primaryKey(),
    name: model.text().searchable(),
    created_by: model.text(),
  })
  .indexes([{ on: ["name"], unique: true }])
