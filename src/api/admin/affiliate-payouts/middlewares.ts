import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery, retrieveQuery } from "../../utils/query-config"
import {
  AdminCreatePayouts,
  AdminEndPayout,
  AdminExportPayouts,
  AdminGetPayout,
  AdminGetPayouts,
  AdminPreviewPayouts,
  AdminSettlePayout,
  AdminSettlePayouts,
} from "./validators"

const PAYOUTS = "/admin/affiliate-payouts"
const payoutQuery = validateAndTransformQuery(AdminGetPayout, retrieveQuery)

export const adminPayoutMiddlewares: MiddlewareRoute[] = [
  { matcher: PAYOUTS, method: "GET", middlewares: [validateAndTransformQuery(AdminGetPayouts, listQuery)] },
  { matcher: PAYOUTS, method: "POST", middlewares: [validateAndTransformBody(AdminCreatePayouts)] },
  { matcher: `${PAYOUTS}/preview`, method: "GET", middlewares: [validateAndTransformQuery(AdminPreviewPayouts, retrieveQuery)] },
  { matcher: `${PAYOUTS}/export`, method: "GET", middlewares: [validateAndTransformQuery(AdminExportPayouts, retrieveQuery)] },
  { matcher: `${PAYOUTS}/settle`, method: "POST", middlewares: [validateAndTransformBody(AdminSettlePayouts)] },
  // One payout: a parameter in the path would match the preview and the export too, and refuse their queries.
  { matcher: /^\/admin\/affiliate-payouts\/(?!(?:preview|export)\/?$)[^/]+\/?$/i, method: "GET", middlewares: [payoutQuery] },
  { matcher: `${PAYOUTS}/:id/settle`, method: "POST", middlewares: [validateAndTransformBody(AdminSettlePayout), payoutQuery] },
  { matcher: `${PAYOUTS}/:id/fail`, method: "POST", middlewares: [validateAndTransformBody(AdminEndPayout), payoutQuery] },
  { matcher: `${PAYOUTS}/:id/check`, method: "POST", middlewares: [payoutQuery] },
  { matcher: `${PAYOUTS}/:id/cancel`, method: "POST", middlewares: [validateAndTransformBody(AdminEndPayout), payoutQuery] },
]
