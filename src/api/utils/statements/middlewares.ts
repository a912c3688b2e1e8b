import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery, retrieveQuery } from "../query-config"
import { BillingDetailsParams, StatementListParams, StatementParams } from "./statement-params"

/** Statements and billing details below an affiliate. */
export const statementMiddlewares = (affiliate: string): MiddlewareRoute[] => [
  { matcher: `${affiliate}/statements`, method: "GET", middlewares: [validateAndTransformQuery(StatementListParams, listQuery)] },
  {
    matcher: `${affiliate}/statements/:statement`,
    method: "GET",
    middlewares: [validateAndTransformQuery(StatementParams, retrieveQuery)],
  },
  { matcher: `${affiliate}/billing-details`, method: "POST", middlewares: [validateAndTransformBody(BillingDetailsParams)] },
]
