import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

import { affiliateAccountMiddlewares } from "../../utils/affiliate-account-middlewares"
import { PageParams } from "../../utils/list-params"
import { StatisticsParams } from "../../utils/statistics-params"
import { noBody, noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import { ownAffiliate } from "./own-affiliate"
import { ownFields } from "./own-fields"
import {
  StoreAcceptAgreement,
  StoreAcceptInvitation,
  StoreChangeNotifications,
  StoreGetAffiliates,
  StoreGetClicks,
  StoreGetCommissions,
  StoreGetLedger,
  StoreGetPayouts,
  StoreGetReferrals,
  StoreJoinProgram,
  StoreReadInvitation,
} from "./validators"

const ME = "/store/affiliates/me"
const ONE = `${ME}/:id`
const INVITATIONS = "/store/affiliates/invitations"
const customer = authenticate("customer", ["session", "bearer"])

/** Wildcards first: every route that is added below is for customers only, and for their own affiliates. */
export const storeAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/affiliate-programs*", method: "ALL", middlewares: [customer, ownFields] },
  { matcher: `${ME}*`, method: "ALL", middlewares: [customer, ownFields] },
  { matcher: `${ONE}/*`, method: "ALL", middlewares: [ownAffiliate] },
  { matcher: `${INVITATIONS}/accept`, method: "ALL", middlewares: [customer, ownFields] },
  { matcher: `${INVITATIONS}/accept`, method: "POST", middlewares: [noQuery, validateBody(StoreAcceptInvitation)] },
  { matcher: `${INVITATIONS}/read`, method: "POST", middlewares: [noQuery, validateBody(StoreReadInvitation)] },
  { matcher: "/store/affiliate-programs", method: "GET", middlewares: [validateList(PageParams)] },
  { matcher: ME, method: "GET", middlewares: [validateList(StoreGetAffiliates)] },
  { matcher: ME, method: "POST", middlewares: [noQuery, validateBody(StoreJoinProgram)] },
  { matcher: `${ONE}/agreement`, method: "POST", middlewares: [noQuery, validateBody(StoreAcceptAgreement)] },
  { matcher: `${ONE}/agreement`, method: "DELETE", middlewares: [noQuery, noBody] },
  { matcher: `${ONE}/notifications`, method: "GET", middlewares: [noQuery] },
  { matcher: `${ONE}/notifications`, method: "POST", middlewares: [noQuery, validateBody(StoreChangeNotifications)] },
  { matcher: `${ONE}/clicks`, method: "GET", middlewares: [validateList(StoreGetClicks)] },
  { matcher: `${ONE}/referrals`, method: "GET", middlewares: [validateList(StoreGetReferrals)] },
  { matcher: `${ONE}/commissions`, method: "GET", middlewares: [validateList(StoreGetCommissions)] },
  { matcher: `${ONE}/ledger`, method: "GET", middlewares: [validateList(StoreGetLedger)] },
  { matcher: `${ONE}/payouts`, method: "GET", middlewares: [validateList(StoreGetPayouts)] },
  { matcher: `${ONE}/next-payouts`, method: "GET", middlewares: [noQuery] },
  { matcher: `${ONE}/terms`, method: "GET", middlewares: [noQuery] },
  { matcher: `${ONE}/statistics`, method: "GET", middlewares: [validateQuery(StatisticsParams)] },
  ...affiliateAccountMiddlewares(ONE),
]
