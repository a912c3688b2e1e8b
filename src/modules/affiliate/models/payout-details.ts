import { model } from "@medusajs/framework/utils"

/**
 * How an affiliate wants to be paid: the chosen payout method and the details it needs. A change is a new row, so that a payout keeps pointing
 * at the details it was sent to. `details` leaves this table only for a payout file or a provider; everything else shows `masked`.
 */
export const PayoutDetails = model
  .define("affiliate_payout_details", {
    id: model.id({ prefix: "affdet" }).primaryKey(),
    affiliate_id: model.text(),
    method: model.text(),
    details: model.json(),
    /** The details as they are shown: `DE** **** 3000`. Empty where the method needs no details. */
    masked: model.text(),
    created_by: model.text(),
    superseded_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["affiliate_id"], unique: true, where: "superseded_at IS NULL AND deleted_at IS NULL" }])
