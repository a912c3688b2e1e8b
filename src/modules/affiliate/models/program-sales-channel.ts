import { model } from "@medusajs/framework/utils"

import { Program } from "./program"

/** A sales channel (a brand) the program is bound to; a program without any covers all of them. */
export const ProgramSalesChannel = model
  .define("affiliate_program_sales_channel", {
    id: model.id({ prefix: "affchan" }).primaryKey(),
    program: model.belongsTo(() => Program, { mappedBy: "sales_channels" }),
    sales_channel_id: model.text(),
  })
  .indexes([{ on: ["program_id", "sales_channel_id"], unique: true }, { on: ["sales_channel_id"] }])
