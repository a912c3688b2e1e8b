import { Button, Container } from "@medusajs/ui"
import { useDoctor } from "../../hooks/api/doctor"
import { useProgramZone } from "../../hooks/use-program-zone"
import { formatMoment } from "../../lib/format"
import { HEALTH_AREAS } from "../../lib/health-areas"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { SectionHeader } from "../common/section-header"
import { HealthArea } from "./health-area"

/** Whether the figures agree, under three headings. */
export const HealthReport = () => {
  const t = useText()
  const zone = useProgramZone()
  const { data, error, isFetching, refetch } = useDoctor()
  const invariants = data?.invariants ?? []
  const broken = invariants.filter(({ ok }) => !ok).length
  const verdict = broken === 0 ? t("health.allWell") : t("health.broken", { count: broken })
  const subtitle = data && `${verdict} ${t("health.checkedAt", { time: formatMoment(data.checked_at, zone) })}`

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("menu.health")} subtitle={isFetching || !subtitle ? t("health.subtitle") : subtitle} level="h1">
        <Button size="small" variant="secondary" isLoading={isFetching} onClick={() => void refetch()}>
          {t("health.check")}
        </Button>
      </SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows count={8} />}
      {data &&
        (["orders", "money", "database"] as const).map((area) => (
          <HealthArea key={area} area={area} invariants={invariants.filter(({ id }) => HEALTH_AREAS[id] === area)} />
        ))}
    </Container>
  )
}
