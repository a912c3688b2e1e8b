import { z } from "@medusajs/framework/zod"

import { listParams, oneOrMany, oneOrManyOf } from "../../utils/list-params"

/** As far as the database can count. */
const version = () => z.coerce.number().int().min(1).max(2_147_483_647)

export const AdminGetAgreementAcceptances = listParams(["accepted_at", "withdrawn_at", "version"]).extend({
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  version: version().optional(),
  status: oneOrManyOf(["accepted", "withdrawn"]),
})
export type AdminGetAgreementAcceptances = z.infer<typeof AdminGetAgreementAcceptances>
