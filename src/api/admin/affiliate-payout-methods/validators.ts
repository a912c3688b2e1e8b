import type { z } from "@medusajs/framework/zod"

import { PageParams } from "../../utils/list-params"

/** In the order in which the store names them. */
export const AdminGetPayoutMethods = PageParams
export type AdminGetPayoutMethods = z.infer<typeof AdminGetPayoutMethods>
