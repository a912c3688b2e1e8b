import { model } from "@medusajs/framework/utils"

import { Program } from "./program"

/** A customer group that may join the program (`eligible`) or whose affiliates are not rewarded (`forbidden`). */
export const ProgramCustomerGroup = model
  .define("affiliate_program_customer_group", {
    id: model.id({ prefix: "affgrp" }).primaryKey(),
    program: model.belongsTo(() => Program, { mappedBy: "customer_groups" }),
    customer_group_id: model.text(),
    access: model.enum(["eligible", "forbidden"]),
  })
  .indexes([{ on: ["program_id", "customer_group_id", "access"], unique: true }, { on: ["customer_group_id"] }])
