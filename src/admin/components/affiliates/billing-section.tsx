import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { useBillingDetails } from "../../hooks/api/billing-details"
import { formatCountry } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"

/** What the affiliate's statements call them. */
export const BillingSection = ({ affiliateId }: { affiliateId: string }) => {
  const t = useText()
  const { data, error } = useBillingDetails(affiliateId)
  const details = data?.billing_details
  const edit = { label: t("billing.edit"), icon: <PencilSquare />, to: "billing-details?tab=settings" }
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("billing.title")}>
        <MoreMenu groups={[{ actions: [edit] }]} />
      </SectionHeader>
      {error && <LoadError error={error} />}
      {details ? (
        <>
          <SectionRow title={t("billing.fields.name.label")} value={details.name || "-"} />
          <SectionRow title={t("billing.fields.company.label")} value={details.company || "-"} />
          <SectionRow
            title={t("billing.fields.address.label")}
            value={<span className="whitespace-pre-line">{details.address || "-"}</span>}
          />
          <SectionRow title={t("billing.fields.country_code.label")} value={formatCountry(details.country_code)} />
          <SectionRow title={t("billing.fields.tax_id.label")} value={details.tax_id || "-"} />
        </>
      ) : (
        !error && <LoadingRows count={4} />
      )}
    </Container>
  )
}
