import type { AdminAffiliatePeriod } from "../../types"
import { formatDateTime, formatPeriod } from "../lib/format"
import { useText } from "../lib/use-text"
import { useProgramZone } from "./use-program-zone"

/** Why a month cannot be closed now, as a sentence; null where it can be. */
export function useCloseRefusal({ close_refusal: refusal, ends_at, program_id }: AdminAffiliatePeriod): string | null {
  const t = useText()
  const zone = useProgramZone(program_id)
  if (!refusal) return null
  if (refusal.code === "not_ended") return t("period.closeRefusals.not_ended", { date: formatDateTime(ends_at, zone), zone: zone ?? "" })
  return t(`period.closeRefusals.${refusal.code}`, { month: formatPeriod(refusal.period ?? "") })
}
