import { SectionRow } from "@medusajs/dashboard/components"
import { formatPercent } from "../../lib/format"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import type { OrderAttribution } from "../../types/order-attribution"
import { PageLink } from "../common/page-link"
import { ProgramName } from "../program/program-name"

export const OrderDecision = ({ attribution }: { attribution: OrderAttribution }) => {
  const t = useText()
  const reason = useReasonText()
  const { affiliate, program_id, rate_percent } = attribution
  return (
    <>
      {affiliate && (
        <SectionRow title={t("affiliate.one")} value={<PageLink to={`/affiliates/${affiliate.id}`}>{affiliate.code}</PageLink>} />
      )}
      {program_id && <SectionRow title={t("program.one")} value={<ProgramName id={program_id} />} />}
      <SectionRow title={t("order.why")} value={reason(attribution.reason)} />
      {rate_percent !== null && <SectionRow title={t("commission.rate")} value={formatPercent(rate_percent)} />}
    </>
  )
}
