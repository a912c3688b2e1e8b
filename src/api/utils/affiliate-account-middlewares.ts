import type { MiddlewareRoute } from "@medusajs/framework/http"

import { ChoosePayoutMethod } from "./payout-method-response"
import { BillingDetailsParams, StatementListParams, StatementParams } from "./statements/statement-params"
import { noQuery, validateBody, validateList, validateQuery } from "./validate"

/** What an affiliate's account has in the Admin API and in the Store API alike. */
export const affiliateAccountMiddlewares = (affiliate: string): MiddlewareRoute[] => [
  { matcher: `${affiliate}/agreement`, method: "GET", middlewares: [noQuery] },
  { matcher: `${affiliate}/statements`, method: "GET", middlewares: [validateList(StatementListParams)] },
  { matcher: `${affiliate}/statements/:statement`, method: "GET", middlewares: [validateQuery(StatementParams)] },
  { matcher: `${affiliate}/billing-details`, method: "GET", middlewares: [noQuery] },
  { matcher: `${affiliate}/billing-details`, method: "POST", middlewares: [noQuery, validateBody(BillingDetailsParams)] },
  { matcher: `${affiliate}/payout-method`, method: "GET", middlewares: [noQuery] },
  { matcher: `${affiliate}/payout-method`, method: "POST", middlewares: [noQuery, validateBody(ChoosePayoutMethod)] },
]
