import { authenticate, validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { ChoosePayoutMethod } from "../../utils/payout-method-response"
import { listQuery, retrieveQuery } from "../../utils/query-config"
import { statementMiddlewares } from "../../utils/statements/middlewares"
import { StatisticsParams } from "../../utils/statistics-params"
import { ownAffiliate } from "./own-affiliate"
import { ownFields } from "./own-fields"
import {
  StoreAcceptAgreement,
  StoreGetCommissions,
  StoreGetLedger,
  StoreGetPayouts,
  StoreGetReferrals,
  StoreJoinProgram,
} from "./validators"

const ME = "/store/affiliates/me"
const customer = authenticate("customer", ["session", "bearer"])

/** The wildcards come first, so that whatever is added below an affiliate is closed to strangers without a word of its own. */
export const storeAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/affiliate-programs*", method: "ALL", middlewares: [customer, ownFields] },
  { matcher: `${ME}*`, method: "ALL", middlewares: [customer, ownFields] },
  { matcher: `${ME}/:id/*`, method: "ALL", middlewares: [ownAffiliate] },
  { matcher: ME, method: "POST", middlewares: [validateAndTransformBody(StoreJoinProgram)] },
  { matcher: `${ME}/:id/agreement`, method: "POST", middlewares: [validateAndTransformBody(StoreAcceptAgreement)] },
  { matcher: `${ME}/:id/referrals`, method: "GET", middlewares: [validateAndTransformQuery(StoreGetReferrals, listQuery)] },
  { matcher: `${ME}/:id/commissions`, method: "GET", middlewares: [validateAndTransformQuery(StoreGetCommissions, listQuery)] },
  { matcher: `${ME}/:id/ledger`, method: "GET", middlewares: [validateAndTransformQuery(StoreGetLedger, listQuery)] },
  { matcher: `${ME}/:id/payouts`, method: "GET", middlewares: [validateAndTransformQuery(StoreGetPayouts, listQuery)] },
  { matcher: `${ME}/:id/payout-method`, method: "POST", middlewares: [validateAndTransformBody(ChoosePayoutMethod)] },
  { matcher: `${ME}/:id/statistics`, method: "GET", middlewares: [validateAndTransformQuery(StatisticsParams, retrieveQuery)] },
  ...statementMiddlewares(`${ME}/:id`),
]
