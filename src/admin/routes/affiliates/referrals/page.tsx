import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { ReferralList } from "../../../components/referrals/referral-list"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const ReferralsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_referral.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateReferrals">
          <ReferralList />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.referrals", translationNs: "affiliate", rank: 4 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.referrals" /> }

export default ReferralsPage
