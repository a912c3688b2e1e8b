import type { z } from "@medusajs/framework/zod"

import { numbers, oneOrMany, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"

export const AdminGetPayRuns = listParams(["number", "created_at"]).extend({
  id: oneOrMany(),
  program_id: oneOrMany(),
  number: numbers(),
  created_at: times(),
})
export type AdminGetPayRuns = z.infer<typeof AdminGetPayRuns>

export const AdminGetPayRun = SelectParams
