import type { z } from "@medusajs/framework/zod"

import { numbers, oneOrMany, oneOrManyOf, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetAgreementAcceptances = listParams(["accepted_at", "withdrawn_at", "version"]).extend({
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  version: numbers(1),
  status: oneOrManyOf(["accepted", "withdrawn"]),
  accepted_at: times(),
  withdrawn_at: times(),
})
export type AdminGetAgreementAcceptances = z.infer<typeof AdminGetAgreementAcceptances>
