import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Text } from "@medusajs/ui"
import { useOwnAgreement } from "../../hooks/api/agreements"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { Moment } from "../common/moment"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"

interface AgreementSectionProps {
  affiliateId: string
  timeZone?: string
}

/** Which version of the agreement the affiliate has accepted. Only the affiliate can accept one, in their account. */
export const AgreementSection = ({ affiliateId, timeZone }: AgreementSectionProps) => {
  const t = useText()
  const { data, error } = useOwnAgreement(affiliateId)
  const own = data?.agreement
  const status = own?.is_accepted ? "accepted" : own?.accepted_version ? "outdated" : "missing"
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("agreement.one")}>{own && <Status kind="agreement" status={status} />}</SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows count={2} />}
      {own && (
        <>
          <SectionRow title={t("agreement.currentVersion")} value={String(own.version)} />
          <SectionRow title={t("agreement.acceptedVersion")} value={own.accepted_version ? String(own.accepted_version) : "-"} />
          <SectionRow title={t("agreement.acceptedAt")} value={<Moment at={own.accepted_at} timeZone={timeZone} />} />
        </>
      )}
      {own === null && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("agreement.noneOfProgram")}
        </Text>
      )}
    </Container>
  )
}
