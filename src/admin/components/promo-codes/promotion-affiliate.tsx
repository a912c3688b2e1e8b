import { SectionRow } from "@medusajs/dashboard/components"
import { Container, InlineTip } from "@medusajs/ui"
import { usePromotionAffiliate } from "../../hooks/api/promotion-affiliate"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { formatCount, formatPercent } from "../../lib/format"
import { missingPolicies } from "../../lib/missing-policies"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { LoadError } from "../common/load-error"
import { PageLink } from "../common/page-link"
import { SectionHeader } from "../common/section-header"

/** On a promotion's page: whose promo code it is, how often it was used, and what the program keeps as it should be. */
export const PromotionAffiliate = ({ promotionId }: { promotionId: string }) => {
  const t = useText()
  const { data, error } = usePromotionAffiliate(promotionId)
  const promoCode = data?.affiliate_promo_code
  const names = useAffiliateNames(promoCode ? [promoCode.affiliate.id] : [])
  // Most promotions are the merchant's own: their page stays as it is.
  if (!promoCode && (!error || missingPolicies(error) !== undefined)) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("promotion.title")} />
      {error && <LoadError error={error} />}
      {promoCode && (
        <>
          <SectionRow
            title={t("affiliate.one")}
            value={<AffiliateLink {...promoCode.affiliate} name={names.get(promoCode.affiliate.id)} />}
          />
          <SectionRow
            title={t("program.one")}
            value={<PageLink to={`/affiliates/programs/${promoCode.program.id}`}>{promoCode.program.name}</PageLink>}
          />
          <SectionRow
            title={t("promotion.discount")}
            value={promoCode.customer_discount_percent ? formatPercent(promoCode.customer_discount_percent) : t("program.noDiscount")}
          />
          <SectionRow title={t("promotion.used")} value={formatCount(promoCode.order_count)} />
          <div className="px-6 py-4">
            <InlineTip label={t("promotion.managed")}>{t("promotion.managedHint")}</InlineTip>
          </div>
        </>
      )}
    </Container>
  )
}
