import { SectionRow } from "@medusajs/dashboard/components"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { formatPercent } from "../../lib/format"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import type { OrderAttribution } from "../../types/order-attribution"
import { AffiliateLink } from "../affiliate/affiliate-link"
import { PageLink } from "../common/page-link"
import { ProgramName } from "../program/program-name"

export const OrderDecision = ({ attribution }: { attribution: OrderAttribution }) => {
  const t = useText()
  const reason = useReasonText()
  const { affiliate, program_id, rate_percent } = attribution
  const names = useAffiliateNames(affiliate ? [affiliate.id] : [])
  return (
    <>
      {affiliate && <SectionRow title={t("affiliate.one")} value={<AffiliateLink {...affiliate} name={names.get(affiliate.id)} />} />}
      {program_id && (
        <SectionRow
          title={t("program.one")}
          value={
            <PageLink to={`/affiliates/programs/${program_id}`}>
              <ProgramName id={program_id} />
            </PageLink>
          }
        />
      )}
      <SectionRow title={t("order.why")} value={reason(attribution.reason)} />
      {rate_percent !== null && <SectionRow title={t("commission.rate")} value={formatPercent(rate_percent)} />}
    </>
  )
}
