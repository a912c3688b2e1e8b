import { model } from "@medusajs/framework/utils"

/**
 * An affiliate's acceptance of one version of the agreement, until they withdraw it. Accepting again after a withdrawal writes a new row; the
 * withdrawal is the only change of a row that the database allows (a trigger refuses others).
 */
export const AgreementAcceptance = model
  .define("affiliate_agreement_acceptance", {
    id: model.id({ prefix: "affacc" }).primaryKey(),
    program_id: model.text(),
    affiliate_id: model.text(),
    version: model.number(),
    /** The hash of the text that was accepted, as it was then. */
    text_hash: model.text(),
    accepted_at: model.dateTime(),
    accepted_by: model.text(),
    withdrawn_at: model.dateTime().nullable(),
    withdrawn_by: model.text().nullable(),
  })
  .indexes([
    { on: ["affiliate_id", "version"], unique: true, where: "withdrawn_at IS NULL AND deleted_at IS NULL" },
    { on: ["program_id", "id"], where: null },
    { on: ["affiliate_id", "id"], where: null },
  ])
