import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { PromotionAffiliate } from "../components/promo-codes/promotion-affiliate"

const PromotionAffiliateWidget = ({ data }: { data: { id: string } }) => <PromotionAffiliate promotionId={data.id} />

export const config = defineWidgetConfig({ zone: "promotion.details.side", id: "affiliate:promotion-affiliate" })

export default PromotionAffiliateWidget
