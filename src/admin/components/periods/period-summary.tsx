import { Container, InlineTip } from "@medusajs/ui"
import type { AdminAffiliatePeriodDetail, AdminAffiliateProgram } from "../../../types"
import { formatDateTime, formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"
import { CloseButton } from "./close-button"
import { PeriodDifferences } from "./period-differences"
import { PeriodFigures } from "./period-figures"
import { PeriodStatementsMenu } from "./period-statements-menu"
import { ReplayButton } from "./replay/replay-button"

interface PeriodSummaryProps {
  period: AdminAffiliatePeriodDetail
  program?: AdminAffiliateProgram
}

/** A month of a program: its dates, totals and close. While the month is open, all figures are a preview. */
export const PeriodSummary = ({ period, program }: PeriodSummaryProps) => {
  const t = useText()
  const zone = program?.timezone
  const name = program?.name ?? period.program_name
  const range = t("period.range", {
    start: formatDateTime(period.starts_at, zone),
    end: formatDateTime(period.ends_at, zone),
    zone: zone ?? "",
  })

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={`${formatPeriod(period.period)}, ${name}`} subtitle={range} level="h1">
        <Status kind="period" status={period.status} />
        <PeriodStatementsMenu period={period} />
        <ReplayButton period={period} />
        <CloseButton period={period} programName={name} />
      </SectionHeader>
      {period.status === "open" && (
        <div className="px-6 py-4">
          <InlineTip label={t("common.preview")}>
            {t("period.previewHint")}{" "}
            {period.reconciled_at
              ? t("period.reconciledAt", { at: formatDateTime(period.reconciled_at, zone) })
              : t("period.neverReconciled")}
          </InlineTip>
        </div>
      )}
      {period.totals.map((total) => (
        <PeriodFigures key={total.currency_code} total={total} isClosed={period.status === "closed"} />
      ))}
      <PeriodDifferences comparison={period.comparison} />
    </Container>
  )
}
