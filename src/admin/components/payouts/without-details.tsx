import { Button, Container } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminAffiliatePayRunDetail } from "../../../types"
import { usePayoutPreview } from "../../hooks/api/payouts"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"
import { MissingDetailsList } from "./missing-details-list"

/**
 * Who of the program could be paid now and is not, because their details are missing, each with a link to the fields. Once they are filled in,
 * a further run pays them.
 */
export const WithoutDetails = ({ run: { id, program_id } }: { run: AdminAffiliatePayRunDetail }) => {
  const t = useText()
  const { data } = usePayoutPreview({ program_id })
  const lacking = data?.skipped.filter(({ reason }) => reason === "no_payout_details") ?? []
  const payable = data?.affiliate_payouts.length ?? 0
  if (lacking.length + payable === 0) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("payRun.without")}
        subtitle={lacking.length > 0 ? t("payRun.withoutHint", { count: lacking.length }) : t("payRun.nobodyLacks")}
      >
        {payable > 0 && (
          <Button size="small" variant="secondary" asChild>
            <Link to={`/affiliates/payouts/create?program_id=${program_id}`}>{t("payRun.payOthers", { count: payable })}</Link>
          </Button>
        )}
      </SectionHeader>
      {lacking.length > 0 && (
        <MissingDetailsList accounts={lacking} hrefOf={(affiliate) => `/affiliates/payouts/runs/${id}/details?details_of=${affiliate}`} />
      )}
    </Container>
  )
}
