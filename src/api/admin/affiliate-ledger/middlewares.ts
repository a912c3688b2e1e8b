import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList } from "../../utils/validate"
import { AdminGetLedgerEntries } from "./validators"

export const adminLedgerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-ledger", method: "GET", middlewares: [validateList(AdminGetLedgerEntries)] },
]
