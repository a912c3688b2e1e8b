import { model } from "@medusajs/framework/utils"

/**
 * An invitation to join a program, open until it is accepted, withdrawn or expired. Whoever holds its token accepts it, under whichever e-mail
 * they shop; the database keeps only the token's hash, so that nobody who reads it can join.
 */
export const Invitation = model
  .define("affiliate_invitation", {
    id: model.id({ prefix: "affinv" }).primaryKey(),
    program_id: model.text(),
    email: model.text().searchable(),
    /** The rate that the affiliate begins with; null takes the program's. */
    commission_percent: model.text().nullable(),
    /** What the e-mail says beside the program's terms. */
    note: model.text().nullable(),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    created_by: model.text(),
    accepted_at: model.dateTime().nullable(),
    /** Who joined by it. */
    affiliate_id: model.text().nullable(),
    withdrawn_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["token_hash"], unique: true },
    { on: ["program_id", "email"], unique: true, where: "accepted_at IS NULL AND withdrawn_at IS NULL AND deleted_at IS NULL" },
    { on: ["affiliate_id"] },
  ])
