import { Container, Text } from "@medusajs/ui"
import { useAffiliateHistory } from "../../hooks/api/affiliate-notes"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { Moment } from "../common/moment"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"

/** Status and own rate of an affiliate through time: orders follow what held when they were placed. */
export const HistorySection = ({ affiliateId, timeZone }: { affiliateId: string; timeZone: string }) => {
  const t = useText()
  const { data, error } = useAffiliateHistory(affiliateId)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.history.title")} subtitle={t("affiliate.history.subtitle")} />
      {error && <LoadError error={error} />}
      {data?.history.map(({ valid_from, status, commission_percent }) => (
        <div key={valid_from} className="flex items-center justify-between gap-x-4 px-6 py-3">
          <Text size="small" className="text-ui-fg-subtle">
            <Moment at={valid_from} timeZone={timeZone} />
          </Text>
          <div className="flex items-center gap-x-3">
            <Text size="small">{commission_percent === null ? t("affiliate.history.programRate") : formatPercent(commission_percent)}</Text>
            <Status kind="affiliate" status={status} />
          </div>
        </div>
      ))}
    </Container>
  )
}
