import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery } from "../../utils/query-config"
import { AdminGetLedgerEntries } from "./validators"

export const adminLedgerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-ledger", method: "GET", middlewares: [validateAndTransformQuery(AdminGetLedgerEntries, listQuery)] },
]
