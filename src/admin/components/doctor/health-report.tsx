import { Button, Container } from "@medusajs/ui"
import { useDoctor } from "../../hooks/api/doctor"
import { formatDateTime } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { SectionHeader } from "../common/section-header"
import { InvariantSection } from "./invariant-section"

/** All rules of the ledger, broken ones first. */
export const HealthReport = () => {
  const t = useText()
  const { data, error, isFetching, refetch } = useDoctor()
  const invariants = [...(data?.invariants ?? [])].sort((a, b) => Number(a.ok) - Number(b.ok))
  const broken = invariants.filter(({ ok }) => !ok).length
  const verdict = broken === 0 ? t("health.allWell") : t("health.broken", { count: broken })
  const subtitle = data && `${verdict} ${t("health.checkedAt", { time: formatDateTime(data.checked_at) })}`

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("menu.health")} subtitle={isFetching || !subtitle ? t("health.subtitle") : subtitle} level="h1">
        <Button size="small" variant="secondary" isLoading={isFetching} onClick={() => void refetch()}>
          {t("health.check")}
        </Button>
      </SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows count={8} />}
      {invariants.map((invariant) => (
        <InvariantSection key={invariant.id} invariant={invariant} />
      ))}
    </Container>
  )
}
