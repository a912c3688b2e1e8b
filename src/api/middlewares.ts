import { defineMiddlewares } from "@medusajs/framework/http"

import { adminAgreementAcceptanceMiddlewares } from "./admin/affiliate-agreement-acceptances/middlewares"
import { adminClickMiddlewares } from "./admin/affiliate-clicks/middlewares"
import { adminCommissionMiddlewares } from "./admin/affiliate-commissions/middlewares"
import { adminDoctorMiddlewares } from "./admin/affiliate-doctor/middlewares"
import { adminGroupMiddlewares } from "./admin/affiliate-groups/middlewares"
import { adminInvitationMiddlewares } from "./admin/affiliate-invitations/middlewares"
import { adminLedgerMiddlewares } from "./admin/affiliate-ledger/middlewares"
import { adminPayRunMiddlewares } from "./admin/affiliate-pay-runs/middlewares"
import { adminPayoutMethodMiddlewares } from "./admin/affiliate-payout-methods/middlewares"
import { adminPayoutMiddlewares } from "./admin/affiliate-payouts/middlewares"
import { adminPeriodMiddlewares } from "./admin/affiliate-periods/middlewares"
import { adminCommissionRuleMiddlewares } from "./admin/affiliate-programs/[id]/commission-rules/middlewares"
import { adminProgramMiddlewares } from "./admin/affiliate-programs/middlewares"
import { adminReferralMiddlewares } from "./admin/affiliate-referrals/middlewares"
import { adminSetupMiddlewares } from "./admin/affiliate-setup/middlewares"
import { adminStatisticsMiddlewares } from "./admin/affiliate-statistics/middlewares"
import { adminTaskMiddlewares } from "./admin/affiliate-tasks/middlewares"
import { adminAffiliateMiddlewares } from "./admin/affiliates/middlewares"
import { adminCustomerReferrerMiddlewares } from "./admin/customers/[id]/affiliate-referrer/middlewares"
import { adminOrderAffiliateMiddlewares } from "./admin/orders/[id]/affiliate/middlewares"
import { portalMiddlewares } from "./affiliate/portal/middlewares"
import { adminPromotionAffiliateMiddlewares } from "./admin/promotions/[id]/affiliate/middlewares"
import { captureMiddlewares } from "./capture-middlewares"
import { policyMiddlewares } from "./policy-middlewares"
import { storeAffiliateMiddlewares } from "./store/affiliates/middlewares"
import { refuseUnstorableTextMiddlewares } from "./utils/refuse-unstorable-text"

export default defineMiddlewares({
  routes: [
    ...policyMiddlewares,
    ...refuseUnstorableTextMiddlewares,
    ...captureMiddlewares,
    ...portalMiddlewares,
    ...adminProgramMiddlewares,
    ...adminCommissionRuleMiddlewares,
    ...adminAffiliateMiddlewares,
    ...adminGroupMiddlewares,
    ...adminInvitationMiddlewares,
    ...adminReferralMiddlewares,
    ...adminCustomerReferrerMiddlewares,
    ...adminOrderAffiliateMiddlewares,
    ...adminPromotionAffiliateMiddlewares,
    ...adminClickMiddlewares,
    ...adminCommissionMiddlewares,
    ...adminLedgerMiddlewares,
    ...adminPeriodMiddlewares,
    ...adminPayoutMiddlewares,
    ...adminPayRunMiddlewares,
    ...adminPayoutMethodMiddlewares,
    ...adminAgreementAcceptanceMiddlewares,
    ...adminStatisticsMiddlewares,
    ...adminTaskMiddlewares,
    ...adminSetupMiddlewares,
    ...adminDoctorMiddlewares,
    ...storeAffiliateMiddlewares,
  ],
})
