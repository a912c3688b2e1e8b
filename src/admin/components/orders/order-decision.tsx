import { SectionRow } from "@medusajs/dashboard/components"
import type { AdminOrderAffiliateResponse } from "../../../types"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { PageLink } from "../common/page-link"
import { ProgramName } from "../programs/program-name"
import { OrderRate } from "./order-rate"

export const OrderDecision = ({ attribution }: { attribution: AdminOrderAffiliateResponse }) => {
  const t = useText()
  const reason = useReasonText()
  const { affiliate, program_id, rate_percent } = attribution
  return (
    <>
      {affiliate && <SectionRow title={t("affiliate.one")} value={<AffiliateLink {...affiliate} name={affiliate.name ?? undefined} />} />}
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
      {rate_percent !== null && <SectionRow title={t("commission.rate")} value={<OrderRate {...attribution} />} />}
    </>
  )
}
