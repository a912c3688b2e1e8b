import { defineMiddlewares } from "@medusajs/framework/http"

import { adminAgreementAcceptanceMiddlewares } from "./admin/affiliate-agreement-acceptances/middlewares"
import { adminClickMiddlewares } from "./admin/affiliate-clicks/middlewares"
import { adminCommissionMiddlewares } from "./admin/affiliate-commissions/middlewares"
import { adminDoctorMiddlewares } from "./admin/affiliate-doctor/middlewares"
import { adminLedgerMiddlewares } from "./admin/affiliate-ledger/middlewares"
import { adminPayoutMethodMiddlewares } from "./admin/affiliate-payout-methods/middlewares"
import { adminPayoutMiddlewares } from "./admin/affiliate-payouts/middlewares"
import { adminPeriodMiddlewares } from "./admin/affiliate-periods/middlewares"
import { adminProgramMiddlewares } from "./admin/affiliate-programs/middlewares"
import { adminReferralMiddlewares } from "./admin/affiliate-referrals/middlewares"
import { adminStatisticsMiddlewares } from "./admin/affiliate-statistics/middlewares"
import { adminAffiliateMiddlewares } from "./admin/affiliates/middlewares"
import { adminCustomerReferrerMiddlewares } from "./admin/customers/[id]/affiliate-referrer/middlewares"
import { adminOrderAffiliateMiddlewares } from "./admin/orders/[id]/affiliate/middlewares"
import { captureMiddlewares } from "./capture-middlewares"
import { storeAffiliateMiddlewares } from "./store/affiliates/middlewares"
import { refuseUnstorableTextMiddlewares } from "./utils/refuse-unstorable-text"

export default defineMiddlewares({
  routes: [
    ...refuseUnstorableTextMiddlewares,
    ...captureMiddlewares,
    ...adminProgramMiddlewares,
    ...adminAffiliateMiddlewares,
    ...adminReferralMiddlewares,
    ...adminCustomerReferrerMiddlewares,
    ...adminOrderAffiliateMiddlewares,
    ...adminClickMiddlewares,
    ...adminCommissionMiddlewares,
    ...adminLedgerMiddlewares,
    ...adminPeriodMiddlewares,
    ...adminPayoutMiddlewares,
    ...adminPayoutMethodMiddlewares,
    ...adminAgreementAcceptanceMiddlewares,
    ...adminStatisticsMiddlewares,
    ...adminDoctorMiddlewares,
    ...storeAffiliateMiddlewares,
  ],
})
