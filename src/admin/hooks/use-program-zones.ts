import { useMemo } from "react"
import { useAllPrograms } from "./use-all-programs"

/** The time zone of each program, because a row's times are those of its program. */
export function useProgramZones(): Map<string, string> {
  const { programs } = useAllPrograms()
  return useMemo(() => new Map((programs ?? []).map(({ id, timezone }) => [id, timezone])), [programs])
}
