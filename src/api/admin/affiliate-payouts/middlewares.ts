import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import {
  AdminCancelPayout,
  AdminCreatePayouts,
  AdminExportPayouts,
  AdminFailPayout,
  AdminGetPayout,
  AdminGetPayouts,
  AdminPreviewPayouts,
  AdminSettlePayout,
  AdminSettlePayouts,
} from "./validators"

const PAYOUTS = "/admin/affiliate-payouts"
/** Ten thousand ids: Medusa takes 100 kB. */
const MANY_IDS = { sizeLimit: "1mb" }
const payoutQuery = validateQuery(AdminGetPayout)

export const adminPayoutMiddlewares: MiddlewareRoute[] = [
  { matcher: PAYOUTS, method: "GET", middlewares: [validateList(AdminGetPayouts)] },
  { matcher: PAYOUTS, method: "POST", bodyParser: MANY_IDS, middlewares: [noQuery, validateBody(AdminCreatePayouts)] },
  { matcher: `${PAYOUTS}/preview`, method: "GET", middlewares: [validateQuery(AdminPreviewPayouts)] },
  { matcher: `${PAYOUTS}/export`, method: "GET", middlewares: [validateQuery(AdminExportPayouts)] },
  { matcher: `${PAYOUTS}/settle`, method: "POST", bodyParser: MANY_IDS, middlewares: [noQuery, validateBody(AdminSettlePayouts)] },
  // One payout: a parameter in the path would match the preview and the export too, and refuse their queries.
  { matcher: /^\/admin\/affiliate-payouts\/(?!(?:preview|export)\/?$)[^/]+\/?$/i, method: "GET", middlewares: [payoutQuery] },
  { matcher: `${PAYOUTS}/:id/settle`, method: "POST", middlewares: [payoutQuery, validateBody(AdminSettlePayout)] },
  { matcher: `${PAYOUTS}/:id/fail`, method: "POST", middlewares: [payoutQuery, validateBody(AdminFailPayout)] },
  { matcher: `${PAYOUTS}/:id/check`, method: "POST", middlewares: [payoutQuery, noBody] },
  { matcher: `${PAYOUTS}/:id/cancel`, method: "POST", middlewares: [payoutQuery, validateBody(AdminCancelPayout)] },
]
