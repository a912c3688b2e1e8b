import { model } from "@medusajs/framework/utils"

/**
 * Where an affiliate wants his money: the payout method he chose and what it needs to know. A change is a new row, so that a payout points
 * at the very details it was sent to. `details` leaves this table only for a payout file or a provider; everything else shows `masked`.
 */
export const PayoutDetails = model
  .define("affiliate_payout_details", {
    id: model.id({ prefix: "affdet" }).primaryKey(),
    affiliate_id: model.text(),
    method: model.text(),
    details: model.json(),
    /** What people may see of it: `DE** **** 3000`. Empty where the method needs no details. */
    masked: model.text(),
    created_by: model.text(),
    superseded_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["affiliate_id"], unique: true, where: "superseded_at IS NULL AND deleted_at IS NULL" }])
