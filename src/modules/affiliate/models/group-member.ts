import { model } from "@medusajs/framework/utils"

/** An affiliate in a group. The row goes when they leave it or the group is deleted: what an order earned is kept with the order. */
export const GroupMember = model
  .define("affiliate_group_member", {
    id: model.id({ prefix: "affmember" }).primaryKey(),
    group_id: model.text(),
    affiliate_id: model.text(),
  })
  .indexes([
    { on: ["group_id", "affiliate_id"], unique: true, where: null },
    { on: ["affiliate_id"], where: null },
  ])
